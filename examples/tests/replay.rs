//! The program on tables of codes: a country typed in small, every kind of dirty row, and the
//! published tables of three provinces where they are there.

#![allow(clippy::panic, reason = "a failing test may panic")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use handbook_examples::replay::{Files, read, replay, sheet};

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("replay")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
    folder
}

fn run(folder: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_replay"))
        .current_dir(folder)
        .args(options)
        .output()
        .unwrap_or_else(|error| panic!("the program does not run: {error}"))
}

/// Tables of a test, in a folder of their own.
struct Tables {
    folder: PathBuf,
    options: Vec<&'static str>,
}

impl Tables {
    fn new(name: &str, units: &str, events: &str, reform: &str) -> Self {
        let folder = folder(name);
        let mut options = Vec::new();
        for (option, file, text) in [
            ("--units", "units.csv", units),
            ("--events", "events.csv", events),
            ("--reform", "reform.csv", reform),
        ] {
            if !text.is_empty() {
                let path = folder.join(file);
                std::fs::write(&path, text).unwrap_or_else(|error| panic!("{error}"));
                options.extend([option, file]);
            }
        }
        Self { folder, options }
    }

    /// What stands on both streams, and the exit code.
    fn run(&self, options: &[&str]) -> (String, Vec<String>, i32) {
        let mut all = self.options.clone();
        all.extend(options);
        let output = run(&self.folder, &all);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let complaints = text(&output.stderr).lines().map(str::to_owned).collect();
        (
            text(&output.stdout),
            complaints,
            output.status.code().unwrap_or(-1),
        )
    }

    fn clean(&self, options: &[&str]) -> String {
        let (table, complaints, code) = self.run(options);
        assert_eq!(complaints, [""; 0]);
        assert_eq!(code, 0);
        table
    }
}

const UNITS: &str = "\
type,parent,name,level,code
Thành phố Trung ương,,Thành phố Hà Nội,1,01
Tỉnh,,Tỉnh Cao Bằng,1,04
Huyện,04,Huyện Trùng Khánh,2,047
Xã,047,Xã Đàm Thủy,3,01477
Xã,150,Xã Yên Trung,3,04939
Huyện,17,Huyện Lương Sơn,2,150
Tỉnh,,Tỉnh Hoà Bình,1,17
Xã,150,Xã Cư Yên,3,05089
Tỉnh,,Tỉnh Hà Tây,1,28
Thị xã,28,Thị xã Sơn Tây,2,269
Phường,269,Phường Lê Lợi,3,09574
Huyện,01,Huyện Ba Đình,2,001
Phường,001,Phường Phúc Xá,3,00001
Phường,001,Phường Trúc Bạch,3,00004
Thành phố Trung ương,,Thành phố Hải Phòng,1,31
Huyện,31,Huyện Bạch Long Vĩ,2,318
Huyện,31,Huyện Cát Hải,2,317
Xã,317,Xã Gia Luận,3,11944
Xã,317,Xã Hiền Hào,3,11950
Tỉnh,,Tỉnh Thừa Thiên Huế,1,46
Thành phố,46,Thành phố Huế,2,474
Phường,474,Phường Phú Thuận,3,19750
Phường,474,Phường Tây Lộc,3,19756
";

const EVENTS: &str = "\
date,decree,op,code,level,name_before,name_after,type_before,type_after,parent_before,parent_after
2008-08-01,15/2008/QH12,dissolve,28,1,Tỉnh Hà Tây,,Tỉnh,,,
2008-08-01,15/2008/QH12,reparent,269,2,Thị xã Sơn Tây,Thị xã Sơn Tây,Thị xã,Thị xã,28,01
2008-08-01,15/2008/QH12,reparent,04939,3,Xã Yên Trung,Xã Yên Trung,Xã,Xã,150,276
2008-08-01,15/2008/QH12,create,276,2,,Huyện Thạch Thất,,Huyện,,01
2009-01-01,A,dissolve,00004,3,Phường Trúc Bạch,,Phường,,001,
2009-01-01,B,create,00007,3,,Phường Cống Vị,,Phường,,001
2012-01-01,C,create,00004,3,,Xã Trúc Mới,,Xã,,276
2012-01-01,C,retype+rename,269,2,Thị xã Sơn Tây,Thành phố Sơn Tây,Thị xã,Thành phố,01,01
2013-05-01,E,rename,00007,3,Phường Ngọc Hà,Phường Liễu Giai,Phường,Phường,001,001
2013-05-01,D,rename,00007,3,Phường Cống Vị,Phường Ngọc Hà,Phường,Phường,001,001
2014-01-01,F,create,05089,3,,Xã Cư Mới,,Xã,,150
2014-01-01,F,dissolve,05089,3,Xã Cư Yên,,Xã,,150,
2015-01-01,G,respell,17,1,Tỉnh Hoà Bình,Tỉnh Hòa Bình,Tỉnh,Tỉnh,,
2025-01-01,175/2024/QH15,retype+rename,46,1,Tỉnh Thừa Thiên Huế,Thành phố Huế,Tỉnh,Thành phố Trung ương,,
2025-01-01,175/2024/QH15,reparent,19756,3,Phường Tây Lộc,Phường Tây Lộc,Phường,Phường,474,475
2025-01-01,175/2024/QH15,retype+rename,474,2,Thành phố Huế,Quận Phú Xuân,Thành phố,Quận,46,46
2025-01-01,175/2024/QH15,create,475,2,,Quận Thuận Hóa,,Quận,,46
2025-08-01,H,rename,04939,3,Xã Hạ Bằng,Xã Hạ Bằng Mới,Xã,Xã,01,01
";

const REFORM_HEADER: &str = "old_code,old_name,old_type,old_district_code,old_district,\
old_province_code,old_province,new_code,new_name,new_type,new_province_code,new_province,share,\
legal_part,resolution,clause,basis\n";

const REFORM: &str = "\
00001,Phường Phúc Xá,Phường,001,,01,,00007,Phường Ba Đình,Phường,01,Thành phố Hà Nội,full,all,1656,1,both
00007,Phường Liễu Giai,Phường,001,,01,,00007,Phường Ba Đình,Phường,01,Thành phố Hà Nội,partial,part,1656,1,land
00007,Phường Liễu Giai,Phường,001,,01,,00007,Phường Ba Đình,Phường,01,Thành phố Hà Nội,partial,part,1656,1,people
00007,Phường Liễu Giai,Phường,001,,01,,00025,Phường Giảng Võ,Phường,01,Thành phố Hà Nội,partial,remainder,1656,2,both
00007,Phường Liễu Giai,Phường,001,,01,,00028,Phường Ngọc Hà,Phường,01,Thành phố Hà Nội,partial,part,1656,3,people
00004,Xã Trúc Mới,Xã,276,,01,,00028,Phường Ngọc Hà,Phường,01,Thành phố Hà Nội,full,all,1656,3,both
04939,Xã Yên Trung,Xã,276,,01,,04939,Xã Hạ Bằng,Xã,01,Thành phố Hà Nội,full,all,1656,4,both
09574,Phường Lê Lợi,Phường,269,,01,,09999,Phường Sơn Tây,Phường,01,Thành phố Hà Nội,full,all,1656,5,both
318,Huyện Bạch Long Vĩ,Huyện,318,,31,,11948,Đặc khu Bạch Long Vĩ,Đặc khu,31,Thành phố Hải Phòng,full,all,1669,1,both
317,Huyện Cát Hải,Huyện,,,31,,11944,Đặc khu Cát Hải,Đặc khu,31,Thành phố Hải Phòng,full,all,1669,2,both
19750,Phường Phú Thuận,Phường,474,,46,,19750,Phường Phú Xuân,Phường,46,Thành phố Huế,full,all,1675,1,both
19756,Phường Tây Lộc,Phường,475,,46,,19750,Phường Phú Xuân,Phường,46,Thành phố Huế,full,all,1675,1,both
05089,Xã Cư Mới,Xã,150,,17,,05089,Xã Lương Sơn,Xã,25,Tỉnh Phú Thọ,full,all,1676,1,both
";

fn country(name: &str) -> Tables {
    let reform = format!("{REFORM_HEADER}{REFORM}");
    Tables::new(name, UNITS, EVENTS, &reform)
}

#[test]
fn the_start_is_there_since_ever_and_in_the_order_of_codes() {
    let tables = country("start");
    let start = tables.clean(&["--on", "2004-08-31"]);
    let first: Vec<&str> = start.lines().take(4).collect();
    assert_eq!(
        first,
        [
            "code,level,type,name,parent",
            "01,1,Thành phố Trung ương,Thành phố Hà Nội,",
            "04,1,Tỉnh,Tỉnh Cao Bằng,",
            "17,1,Tỉnh,Tỉnh Hoà Bình,",
        ]
    );
    assert_eq!(start.lines().count(), UNITS.lines().count());
    assert_eq!(tables.clean(&["--on", "1900-01-01"]), start);
    assert_eq!(tables.clean(&["--on", "2008-07-31"]), start);
}

#[test]
fn a_province_goes_into_another_with_everything_below_it() {
    let tables = country("subtree");
    assert_eq!(
        tables.clean(&["--on", "2008-08-01", "--subtree", "01"]),
        "code,level,type,name,parent\n\
         01,1,Thành phố Trung ương,Thành phố Hà Nội,\n\
         001,2,Huyện,Huyện Ba Đình,01\n\
         269,2,Thị xã,Thị xã Sơn Tây,01\n\
         276,2,Huyện,Huyện Thạch Thất,01\n\
         00001,3,Phường,Phường Phúc Xá,001\n\
         00004,3,Phường,Phường Trúc Bạch,001\n\
         04939,3,Xã,Xã Yên Trung,276\n\
         09574,3,Phường,Phường Lê Lợi,269\n"
    );
    let (table, complaints, code) = tables.run(&["--on", "2008-08-01", "--subtree", "28"]);
    assert_eq!((table.as_str(), code), ("", 2));
    assert_eq!(complaints, ["no unit has the code `28` on 2008-08-01"]);
}

#[test]
fn codes_pass_on_and_days_are_one_moment() {
    let tables = country("moments");
    let line = |on: &str, code: &str| {
        let table = tables.clean(&["--on", on]);
        let line = table.lines().find(|line| line.starts_with(code));
        line.unwrap_or_default().to_owned()
    };
    assert_eq!(line("2011-12-31", "00004,"), "");
    assert_eq!(line("2012-01-01", "00004,"), "00004,3,Xã,Xã Trúc Mới,276");
    assert_eq!(
        line("2012-01-01", "269,"),
        "269,2,Thành phố,Thành phố Sơn Tây,01"
    );
    assert_eq!(
        line("2013-05-01", "00007,"),
        "00007,3,Phường,Phường Liễu Giai,001"
    );
    assert_eq!(line("2014-01-01", "05089,"), "05089,3,Xã,Xã Cư Mới,150");
    assert_eq!(line("2015-01-01", "17,"), "17,1,Tỉnh,Tỉnh Hòa Bình,");
}

#[test]
fn what_stands_below_a_code_stays_below_it_when_it_passes_on() {
    let events = EVENT_HEADER.to_owned()
        + "2025-01-01,D,create,377,2,,Quận Yên Mô,,Quận,,37\n\
           2025-01-01,D,reparent,14713,3,Xã Khánh Thịnh,Xã Khánh Thịnh,Xã,Xã,377,378\n\
           2025-01-01,D,dissolve,377,2,Huyện Yên Mô,,Huyện,,37,\n\
           2025-01-01,D,create,378,2,,Quận Tam Điệp,,Quận,,37\n";
    let tables = Tables::new("taken-over", SMALL, &events, "");
    let (table, complaints, code) = tables.run(&["--on", "2025-01-01"]);
    assert_eq!(
        table,
        "code,level,type,name,parent\n\
         37,1,Tỉnh,Tỉnh Ninh Bình,\n\
         377,2,Quận,Quận Yên Mô,37\n\
         378,2,Quận,Quận Tam Điệp,37\n\
         14701,3,Thị trấn,Thị trấn Yên Thịnh,377\n\
         14713,3,Xã,Xã Khánh Thịnh,378\n\
         14716,3,Xã,Xã Yên Phú,377\n"
    );
    assert_eq!(
        complaints,
        [
            "events.csv line 4: note: 2 units below it go on below the unit that takes the code over \
          (377, Huyện Yên Mô, 2025-01-01)"
        ]
    );
    assert_eq!(code, 0);
}

#[test]
fn the_reform_leaves_provinces_and_communes() {
    let tables = country("reform");
    assert_eq!(
        tables.clean(&["--on", "2025-07-01"]),
        "code,level,type,name,parent\n\
         01,1,Thành phố Trung ương,Thành phố Hà Nội,\n\
         04,1,Tỉnh,Tỉnh Cao Bằng,\n\
         25,1,Tỉnh,Tỉnh Phú Thọ,\n\
         31,1,Thành phố Trung ương,Thành phố Hải Phòng,\n\
         46,1,Thành phố Trung ương,Thành phố Huế,\n\
         047,2,Huyện,Huyện Trùng Khánh,04\n\
         00007,3,Phường,Phường Ba Đình,01\n\
         00025,3,Phường,Phường Giảng Võ,01\n\
         00028,3,Phường,Phường Ngọc Hà,01\n\
         01477,3,Xã,Xã Đàm Thủy,047\n\
         04939,3,Xã,Xã Hạ Bằng,01\n\
         05089,3,Xã,Xã Lương Sơn,25\n\
         09999,3,Phường,Phường Sơn Tây,01\n\
         11944,3,Đặc khu,Đặc khu Cát Hải,31\n\
         11948,3,Đặc khu,Đặc khu Bạch Long Vĩ,31\n\
         19750,3,Phường,Phường Phú Xuân,46\n"
    );
    // Later events go on from there, and the day of the reform may be another.
    let later = tables.clean(&["--on", "2025-08-01", "--subtree", "04939"]);
    assert!(later.contains("04939,3,Xã,Xã Hạ Bằng Mới,01"), "{later}");
    let early = tables.clean(&["--on", "2025-06-30", "--reform-on", "2025-06-30"]);
    assert_eq!(early, tables.clean(&["--on", "2025-07-01"]));
}

#[test]
fn provinces_merge_and_take_the_word_of_their_name() {
    let units = "code,level,name,type,parent\n\
        74,1,Tỉnh Bình Dương,Tỉnh,\n79,1,Thành phố Hồ Chí Minh,Thành phố Trung ương,\n\
        718,2,Thành phố Thủ Dầu Một,Thành phố,74\n760,2,Quận 1,Quận,79\n\
        25741,3,Phường Hiệp Thành,Phường,718\n26740,3,Phường Bến Nghé,Phường,760\n";
    let reform = REFORM_HEADER.to_owned()
        + "25741,,,718,,74,,25741,Phường Thủ Dầu Một,Phường,79,Thành Phố Hồ Chí Minh,full,,,,\n\
           26740,,,760,,79,,26740,Phường Sài Gòn,Phường,79,Thành Phố Hồ Chí Minh,full,,,,\n";
    let tables = Tables::new("provinces", units, "", &reform);
    assert_eq!(
        tables.clean(&["--on", "2025-07-01"]),
        "code,level,type,name,parent\n\
         79,1,Thành phố Trung ương,Thành Phố Hồ Chí Minh,\n\
         25741,3,Phường,Phường Thủ Dầu Một,79\n\
         26740,3,Phường,Phường Sài Gòn,79\n"
    );
    assert_eq!(
        tables.clean(&["--lineage", "74@2020-01-01"]),
        "74 Tỉnh Bình Dương, on 2020-01-01:\n\
         2025-07-01  74 Tỉnh Bình Dương: all of it → 79 Thành Phố Hồ Chí Minh\n\
         On 2025-07-01:\n  all of it in 79 Thành Phố Hồ Chí Minh\n"
    );
    // The old city ended: the same code and name are another province.
    assert_eq!(
        tables.clean(&["--came-from", "79@2025-07-01"]),
        "79 Thành Phố Hồ Chí Minh, on 2025-07-01:\n\
         at start  79 Thành phố Hồ Chí Minh\n\
         at start  74 Tỉnh Bình Dương\n\
         2025-07-01  79 Thành Phố Hồ Chí Minh: established\n\
         2025-07-01  79 Thành phố Hồ Chí Minh: all of it → 79 Thành Phố Hồ Chí Minh\n\
         2025-07-01  74 Tỉnh Bình Dương: all of it → 79 Thành Phố Hồ Chí Minh\n"
    );
}

#[test]
fn lineage_tells_every_step() {
    let tables = country("lineage");
    assert_eq!(
        tables.clean(&["--lineage", "00007@2010-01-01"]),
        "00007 Phường Cống Vị (001 Huyện Ba Đình, 01 Thành phố Hà Nội), on 2010-01-01:\n\
         2013-05-01  00007 Phường Cống Vị: renamed: Phường Cống Vị → Phường Liễu Giai [D; E]\n\
         2025-07-01  00007 Phường Liễu Giai: a part → 00007 Phường Ba Đình (part, land) [1656, clause 1]\n\
         2025-07-01  00007 Phường Liễu Giai: a part → 00007 Phường Ba Đình (part, people) [1656, clause 1]\n\
         2025-07-01  00007 Phường Liễu Giai: a part → 00025 Phường Giảng Võ (remainder, both) [1656, clause 2]\n\
         2025-07-01  00007 Phường Liễu Giai: a part → 00028 Phường Ngọc Hà (part, people) [1656, clause 3]\n\
         On 2025-08-01:\n\
         \x20 a part in 00007 Phường Ba Đình (01 Thành phố Hà Nội)\n\
         \x20 a part in 00025 Phường Giảng Võ (01 Thành phố Hà Nội)\n\
         \x20 a part in 00028 Phường Ngọc Hà (01 Thành phố Hà Nội)\n"
    );
    // One old unit, all of it, nothing else: the same unit goes on under another code.
    assert_eq!(
        tables.clean(&["--lineage", "09574@2004-08-31", "--on", "2025-07-01"]),
        "09574 Phường Lê Lợi (269 Thị xã Sơn Tây, 28 Tỉnh Hà Tây), on 2004-08-31:\n\
         2025-07-01  09574 Phường Lê Lợi: renamed: Phường Lê Lợi → Phường Sơn Tây; \
         code: 09574 → 09999; moved: 269 Thành phố Sơn Tây → 01 Thành phố Hà Nội [1656, clause 5]\n\
         On 2025-07-01:\n  all of it in 09999 Phường Sơn Tây (01 Thành phố Hà Nội)\n"
    );
    assert_eq!(
        tables.clean(&["--lineage", "00004@2008-12-31", "--lang", "vi"]),
        "00004 Phường Trúc Bạch (001 Huyện Ba Đình, 01 Thành phố Hà Nội), ngày 2008-12-31:\n\
         2009-01-01  00004 Phường Trúc Bạch: giải thể; không dòng nào nêu đơn vị kế tiếp [A]\n\
         Ngày 2025-08-01:\n\
         \x20 không còn; dữ liệu không nêu đơn vị kế tiếp của 00004 Phường Trúc Bạch\n"
    );
    let district = tables.clean(&["--lineage", "001@2024-01-01"]);
    assert!(
        district.contains("ended with the level of districts; no line states a successor")
            && district.contains("the 2 units that were below it are now in:")
            && district.contains("    00007 Phường Ba Đình (01 Thành phố Hà Nội)\n"),
        "{district}"
    );
    let zone = tables.clean(&["--came-from", "11944@2025-07-01"]);
    assert!(
        zone.contains("317 Huyện Cát Hải: all of it → 11944 Đặc khu Cát Hải")
            && zone.contains("11950 Xã Hiền Hào: all of it → 11944 Đặc khu Cát Hải"),
        "{zone}"
    );
    let (nothing, complaints, code) = tables.run(&["--lineage", "00004@2010-01-01"]);
    assert_eq!((nothing.as_str(), code), ("", 2));
    assert_eq!(complaints, ["no unit has the code `00004` on 2010-01-01"]);
}

const SMALL: &str = "\
code,level,type,name,full_name,parent
37,1,Tỉnh,Ninh Bình,Tỉnh Ninh Bình,
377,2,Huyện,Yên Mô,Huyện Yên Mô,37
14701,3,Thị trấn,Yên Thịnh,Thị trấn Yên Thịnh,377
14713,3,Xã,Khánh Thịnh,Xã Khánh Thịnh,377
14716,3,Xã,Yên Phú,Xã Yên Phú,377
";

const EVENT_HEADER: &str = "\
date,decree,op,code,level,name_before,name_after,type_before,type_after,parent_before,parent_after
";

/// Dirty events on the small province: what is reported, and the table at the end.
fn events(name: &str, rows: &str) -> (Vec<String>, String, i32) {
    let tables = Tables::new(name, SMALL, &format!("{EVENT_HEADER}{rows}"), "");
    let (table, complaints, code) = tables.run(&["--on", "2025-06-30"]);
    (complaints, table, code)
}

#[test]
fn every_event_that_cannot_be_is_reported_and_the_others_are_applied() {
    let (complaints, table, code) = events(
        "dirty-events",
        "2012-11-29,80/NQ-CP,dissolve,14716,3,Xã Yên Phú,,Xã,,377,\n\
         2013-01-01,X,rename,14716,3,Xã Yên Phú,Xã Mới,Xã,Xã,377,377\n\
         2013-01-01,X,dissolve,14716,3,Xã Yên Phú,,Xã,,377,\n\
         2013-01-01,X,rename,99999,3,Xã Lạ,Xã Mới,Xã,Xã,377,377\n\
         2013-01-01,X,create,14701,3,,Xã Mới,,Xã,,377\n\
         2013-01-01,X,create,14800,3,,Xã Mới,,Xã,,400\n\
         2014-01-01,X,create,400,2,,Huyện Sớm,,Huyện,,37\n\
         2015-01-01,X,dissolve,400,2,Huyện Sớm,,Huyện,,37,\n\
         2015-01-01,X,reparent,14701,3,Thị trấn Yên Thịnh,Thị trấn Yên Thịnh,Thị trấn,Thị trấn,377,400\n\
         2015-01-02,X,dissolve,377,2,Huyện Yên Mô,,Huyện,,37,\n\
         2016-01-01,X,merge,14701,3,Thị trấn Yên Thịnh,,Thị trấn,,377,\n\
         2016-02-30,X,dissolve,14701,3,Thị trấn Yên Thịnh,,Thị trấn,,377,\n\
         2017-01-01,X,dissolve,14701,3\n\
         2018-01-01,X,reparent,37,1,Tỉnh Ninh Bình,Tỉnh Ninh Bình,Tỉnh,Tỉnh,,377\n\
         2019-01-01,X,create,14900,3,,Xã Một Ngày,,Xã,,377\n\
         2019-01-01,X,dissolve,14900,3,Xã Một Ngày,,Xã,,377,\n\
         2020-01-01,X,create,,3,,Xã Không Mã,,Xã,,377\n\
         2020-01-01,X,create,14901,x,,Xã Cấp Lạ,,Xã,,377\n\
         2020-01-01,X,create,14902,3,,Xã Trôi,,Xã,,\n\
         2020-01-01,X,rename,14713,3,Xã Khánh Thịnh,,Xã,Xã,377,377\n\
         2021-01-01,X,rename,14713,3,Xã Khánh Thịnh,Xã Khánh Mới,Xã,Xã,377,377\n",
    );
    assert_eq!(
        complaints,
        [
            "events.csv line 3: no living unit: the unit that had the code ended on 2012-11-29 (14716, Xã Yên Phú, 2013-01-01)",
            "events.csv line 4: no living unit: the unit that had the code ended on 2012-11-29 (14716, Xã Yên Phú, 2013-01-01)",
            "events.csv line 5: no living unit: no unit ever has the code (99999, Xã Lạ, 2013-01-01)",
            "events.csv line 6: the code belongs to the living unit `Thị trấn Yên Thịnh` (14701, Xã Mới, 2013-01-01)",
            "events.csv line 7: the parent `400` is not there: a unit gets the code only on 2014-01-01 (14800, Xã Mới, 2013-01-01)",
            "events.csv line 10: the parent `400` is not there: the unit that had the code ended on 2015-01-01 (14701, Thị trấn Yên Thịnh, 2015-01-01)",
            "events.csv line 11: 2 living units stand below it, one is 14701 Thị trấn Yên Thịnh (377, Huyện Yên Mô, 2015-01-02)",
            "events.csv line 12: `merge` cannot be taken as `op` (14701, Thị trấn Yên Thịnh, 2016-01-01)",
            "events.csv line 13: `2016-02-30` cannot be taken as `date` (14701, Thị trấn Yên Thịnh)",
            "events.csv line 14: the row has 5 cells, the header 11",
            "events.csv line 15: units would stand above themselves: 37 < 377; it is not applied (37, Tỉnh Ninh Bình, 2018-01-01)",
            "events.csv line 17: it would end on the day on which it began (14900, Xã Một Ngày, 2019-01-01)",
            "events.csv line 18: `code` is empty (Xã Không Mã, 2020-01-01)",
            "events.csv line 19: `x` cannot be taken as `level` (14901, Xã Cấp Lạ, 2020-01-01)",
            "events.csv line 20: the unit above is not told (14902, Xã Trôi, 2020-01-01)",
            "events.csv line 21: `name_after` is empty (14713, Xã Khánh Thịnh, 2020-01-01)",
        ]
    );
    assert_eq!(
        table,
        "code,level,type,name,parent\n\
         37,1,Tỉnh,Tỉnh Ninh Bình,\n\
         377,2,Huyện,Huyện Yên Mô,37\n\
         14701,3,Thị trấn,Thị trấn Yên Thịnh,377\n\
         14713,3,Xã,Xã Khánh Mới,377\n\
         14900,3,Xã,Xã Một Ngày,377\n"
    );
    assert_eq!(code, 1);
}

#[test]
fn values_before_that_differ_are_notes() {
    let (complaints, table, code) = events(
        "notes",
        "2020-01-01,X,retype+rename,14716,3,xã  Yên Phu\u{301},Thị trấn Yên Phú,xã,Thị trấn,377,377\n\
         2021-01-01,X,rename,14713,3,Xã Khánh Hòa,Xã Khánh Mới,Xã,Xã,378,378\n\
         2022-01-01,X,rename,14713,2,Xã Khánh Mới,Phường Khánh Mới,Xã,Phường,377,377\n",
    );
    assert_eq!(
        complaints,
        [
            "events.csv line 2: note: name differs in spelling: the line says `xã  Yên Phu\u{301}`, the record `Xã Yên Phú` (14716, xã  Yên Phu\u{301}, 2020-01-01)",
            "events.csv line 2: note: type differs in spelling: the line says `xã`, the record `Xã` (14716, xã  Yên Phu\u{301}, 2020-01-01)",
            "events.csv line 3: note: name differs: the line says `Xã Khánh Hòa`, the record `Xã Khánh Thịnh` (14713, Xã Khánh Hòa, 2021-01-01)",
            "events.csv line 3: note: parent differs: the line says `378`, the record `377` (14713, Xã Khánh Hòa, 2021-01-01)",
            "events.csv line 4: note: level differs: the line says `2`, the record `3` (14713, Xã Khánh Mới, 2022-01-01)",
            "events.csv line 4: note: type changes from `Xã` to `Phường`, which the operation does not name (14713, Xã Khánh Mới, 2022-01-01)",
        ]
    );
    assert!(
        table.contains("14716,3,Thị trấn,Thị trấn Yên Phú,377\n"),
        "{table}"
    );
    assert!(
        table.contains("14713,3,Phường,Phường Khánh Mới,377\n"),
        "{table}"
    );
    assert_eq!(code, 0);
}

#[test]
fn every_way_of_writing_a_file_is_read_or_reported() {
    let crlf = SMALL.replace('\n', "\r\n");
    let plain = Tables::new("crlf", &crlf, "", "").clean(&["--on", "2020-01-01"]);
    assert!(plain.contains("14716,3,Xã,Xã Yên Phú,377\n"), "{plain}");
    let quoted = SMALL.replace("Xã Yên Phú", "\"Xã \"\"Yên\"\", Phú\"");
    let table = Tables::new("quoted", &quoted, "", "").clean(&["--on", "2020-01-01"]);
    assert_eq!(
        table,
        plain.replace("Xã Yên Phú", "\"Xã \"\"Yên\"\", Phú\"")
    );
    let marked = format!(
        "\u{feff}{}",
        SMALL.replace(",Tỉnh Ninh Bình", ", Tỉnh Ninh Bình")
    );
    let (table, complaints, code) =
        Tables::new("marked", &marked, "", "").run(&["--on", "2020-01-01"]);
    assert_eq!((table, code), (plain, 0));
    assert_eq!(
        complaints,
        [
            "units.csv line 1: note: the file starts with a byte order mark",
            "units.csv line 2: note: white space around `full_name`",
        ]
    );
    let open = SMALL.replace("Xã Yên Phú", "\"Xã Yên Phú");
    let (table, complaints, code) = Tables::new("open", &open, "", "").run(&["--on", "2020-01-01"]);
    assert!(
        !table.contains("14716") && table.contains("14713"),
        "{table}"
    );
    assert_eq!(
        complaints,
        [
            "units.csv line 6: a quote is opened and not closed",
            "units.csv line 6: the row has 5 cells, the header 6",
        ]
    );
    assert_eq!(code, 1);
    let folder = folder("latin");
    let mut bytes = SMALL.as_bytes().to_vec();
    bytes.extend(b"14719,3,X\xE3,Yen,X\xE3 Yen,377\n");
    std::fs::write(folder.join("units.csv"), bytes).unwrap_or_else(|error| panic!("{error}"));
    let output = run(&folder, &["--units", "units.csv", "--on", "2020-01-01"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "units.csv line 7: the line is not UTF-8\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_dirty_start_is_reported_and_entered_as_far_as_it_goes() {
    let units = "code,level,name,type,parent\n\
        14716,3,Xã Yên Phú,Xã,377\n\
        377,2,Huyện Yên Mô,Huyện,37\n\
        37,1,Tỉnh Ninh Bình,Tỉnh,\n\
        377,2,Huyện Hai,Huyện,37\n\
        378,2,Huyện Lạc,Huyện,99\n\
        1,2,Huyện Vòng,Huyện,2\n\
        2,2,Huyện Tròn,Huyện,1\n\
        3,3,Xã Tự,Xã,3\n\
        4,3,Xã Trôi,Xã,\n\
        5,3,,Xã,377\n";
    let tables = Tables::new("dirty-start", units, "", "");
    let (table, complaints, code) = tables.run(&["--on", "2020-01-01"]);
    assert_eq!(
        complaints,
        [
            "units.csv line 5: line 3 has the code already; this one is left out (377, Huyện Hai)",
            "units.csv line 6: the parent `99` is not in the table; the unit is entered without one (378, Huyện Lạc)",
            "units.csv line 8: units would stand above themselves: 1 < 2; it is entered without a parent (2, Huyện Tròn)",
            "units.csv line 9: units would stand above themselves: 3; it is entered without a parent (3, Xã Tự)",
            "units.csv line 10: the unit above is not told (4, Xã Trôi)",
            "units.csv line 11: `name` is empty",
        ]
    );
    assert_eq!(
        table,
        "code,level,type,name,parent\n\
         1,2,Huyện,Huyện Vòng,2\n\
         2,2,Huyện,Huyện Tròn,\n\
         3,3,Xã,Xã Tự,\n\
         4,3,Xã,Xã Trôi,\n\
         37,1,Tỉnh,Tỉnh Ninh Bình,\n\
         377,2,Huyện,Huyện Yên Mô,37\n\
         378,2,Huyện,Huyện Lạc,\n\
         14716,3,Xã,Xã Yên Phú,377\n"
    );
    assert_eq!(code, 1);
}

#[test]
fn every_line_of_the_reform_that_cannot_be_is_reported() {
    let reform = REFORM_HEADER.to_owned()
        + "14701,Thị trấn Yên Thịnh,Thị trấn,377,,37,,14701,Xã Yên Mô,Xã,37,Tỉnh Ninh Bình,full,all,1674,86,both\n\
           14701,Thị trấn Yên Thịnh,Thị trấn,377,,37,,14702,Xã Yên Từ,Xã,37,Tỉnh Ninh Bình,partial,part,1674,87,both\n\
           99999,Xã Lạ,Xã,377,,37,,14701,Xã Yên Mô,Xã,37,Tỉnh Ninh Bình,full,all,1674,86,both\n\
           14713,Xã Khánh Thịnh,Xã,377,,37,,14701,Xã Yên Mạc,Xã,37,Tỉnh Ninh Bình,full,all,1674,86,both\n\
           14713,Xã Khánh Thịnh,Xã,377,,37,,14701,Xã Yên Mạc,Xã,37,Tỉnh Ninh Bình,full,all,1674,86,both\n\
           37,Tỉnh Ninh Bình,Tỉnh,,,37,,37,Tỉnh Ninh Bình,Tỉnh,37,Tỉnh Ninh Bình,full,all,1674,,both\n\
           14713,Xã Khánh Thịnh,Xã,377,,37,,14703,Xã Mới,Xã,37,Tỉnh Ninh Bình,half,all,1674,86,both\n";
    let tables = Tables::new("dirty-reform", SMALL, "", &reform);
    let (table, complaints, code) = tables.run(&["--on", "2025-07-01"]);
    assert_eq!(
        complaints,
        [
            "units.csv line 6: no line of the reform names this living unit of its provinces; it stays (14716, Xã Yên Phú, 2025-07-01)",
            "reform.csv line 2: all of it goes here, but something also to 14702 Xã Yên Từ (line 3); each is taken as a part (14701, Thị trấn Yên Thịnh, 2025-07-01)",
            "reform.csv line 4: no living unit: no unit ever has the code (99999, Xã Lạ, 2025-07-01)",
            "reform.csv line 5: name of the new unit differs: `Xã Yên Mạc`, line 2 says `Xã Yên Mô` and counts (14713, Xã Khánh Thịnh, 2025-07-01)",
            "reform.csv line 6: the same as line 5 (14713, Xã Khánh Thịnh, 2025-07-01)",
            "reform.csv line 7: a province is named as the old unit (37, Tỉnh Ninh Bình, 2025-07-01)",
            "reform.csv line 8: `half` cannot be taken as `share` (14713, Xã Khánh Thịnh)",
        ]
    );
    assert_eq!(
        table,
        "code,level,type,name,parent\n\
         37,1,Tỉnh,Tỉnh Ninh Bình,\n\
         14701,3,Xã,Xã Yên Mô,37\n\
         14702,3,Xã,Xã Yên Từ,37\n\
         14716,3,Xã,Xã Yên Phú,37\n"
    );
    assert_eq!(code, 1);
}

#[test]
fn a_new_unit_on_the_code_of_one_that_stays_is_reported() {
    let reform = REFORM_HEADER.to_owned()
        + "14701,,,378,,36,,14716,Xã Yên Mô,Xã,37,Tỉnh Ninh Bình,full,all,1674,86,both\n\
           14713,,,377,,37,,14716,Xã Yên Mô,Xã,37,Tỉnh Ninh Bình,partial,part,1674,86,both\n";
    let (table, complaints, code) =
        Tables::new("code-stays", SMALL, "", &reform).run(&["--on", "2025-07-01"]);
    assert_eq!(
        complaints,
        [
            "units.csv line 6: no line of the reform names this living unit of its provinces; it stays (14716, Xã Yên Phú, 2025-07-01)",
            "reform.csv line 2: note: parent differs: the line says `378`, the record `377` (14701, 2025-07-01)",
            "reform.csv line 2: note: province differs: the line says `36`, the record `37` (14701, 2025-07-01)",
            "reform.csv line 2: the new unit takes the code of `Xã Yên Phú`, which stays (14701, 2025-07-01)",
            "reform.csv line 3: note: only a part of the unit is told, not the rest (14713, 2025-07-01)",
        ]
    );
    assert_eq!(
        table
            .lines()
            .filter(|line| line.starts_with("14716,"))
            .count(),
        2
    );
    assert_eq!(code, 1);
}

#[test]
fn a_call_that_cannot_be_run_says_why() {
    let tables = country("calls");
    let (help, complaints, code) = tables.run(&["--help"]);
    assert_eq!((complaints.len(), code), (0, 0));
    assert!(
        help.contains("--came-from CODE@DATE") && help.contains("Exit codes"),
        "{help}"
    );
    for (options, words) in [
        (&["--wat"][..], "unknown option `--wat`"),
        (&["--on"], "`--on` needs a value after it"),
        (&["--on", "2025-7-1"], "yyyy-mm-dd"),
        (&[], "the day is missing: --on YYYY-MM-DD"),
        (
            &["--on", "2025-07-01", "--lang", "fr"],
            "`fr` is not a language",
        ),
        (&["--lineage", "14716"], "`14716` is not CODE@YYYY-MM-DD"),
        (
            &["--lineage", "14716@2020-01-01", "--subtree", "377"],
            "one at a time",
        ),
        (
            &["--lineage", "14716@2020-01-01", "--on", "2019-01-01"],
            "--on is before the day of --lineage",
        ),
        (
            &["--on", "2025-07-01", "--events", "nowhere.csv"],
            "cannot read `nowhere.csv`",
        ),
    ] {
        let (table, complaints, code) = tables.run(options);
        assert_eq!((table.as_str(), code), ("", 2), "{options:?}");
        assert!(
            complaints.first().is_some_and(|line| line.contains(words)),
            "{options:?}: {complaints:#?}"
        );
    }
    let nothing = run(&folder("nothing"), &["--on", "2025-07-01"]);
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn every_missing_column_of_every_file_is_told() {
    let tables = Tables::new(
        "columns",
        "code,name,type\n37,Tỉnh Ninh Bình,Tỉnh\n",
        "date,op,code,level,name_before,name_after,type_before,type_after,parent_before,parent_after\n",
        "old_code,new_code,new_name,new_type,new_province_code,new_province,old_province_code\n",
    );
    let (table, complaints, code) = tables.run(&["--on", "2025-07-01"]);
    assert_eq!(
        complaints,
        [
            "units.csv line 1: the column `level` is missing",
            "units.csv line 1: the column `parent` is missing",
            "events.csv line 1: the column `decree` is missing",
            "reform.csv line 1: the column `share` is missing",
        ]
    );
    assert_eq!((table.as_str(), code), ("", 2));
    let empty = Tables::new("empty", "\n", "", "");
    assert_eq!(empty.run(&["--on", "2025-07-01"]).2, 2);
}

#[test]
fn problems_are_told_in_vietnamese_and_memory_on_request() {
    let rows = format!("{EVENT_HEADER}2013-01-01,X,dissolve,99999,3,Xã Lạ,,Xã,,377,\n");
    let tables = Tables::new("vietnamese", SMALL, &rows, "");
    let (_, complaints, code) = tables.run(&["--on", "2020-01-01", "--lang", "vi", "--memory"]);
    assert_eq!(
        complaints.first().map(String::as_str),
        Some(
            "events.csv dòng 2: không có đơn vị đang tồn tại: không đơn vị nào có mã này \
             (99999, Xã Lạ, 2013-01-01)"
        )
    );
    let memory = complaints.get(1).map(String::as_str).unwrap_or_default();
    assert!(
        memory.starts_with("memory: ") && memory.contains(" bytes for 5 units, "),
        "{memory}"
    );
    assert_eq!(code, 1);
}

/// The order of rows within a day says nothing: any order gives the same tables.
#[test]
fn rows_of_a_day_may_stand_in_any_order() {
    let days = [
        "2008-08-01",
        "2013-05-01",
        "2014-01-01",
        "2025-01-01",
        "2025-07-01",
    ];
    let rows: Vec<&str> = EVENTS.lines().skip(1).collect();
    let expected = tables_of(&rows, &days);
    let mut shuffled = rows;
    let mut state = 20_250_701_u32;
    for _ in 0..200 {
        for last in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let other = usize::try_from(state >> 8).unwrap_or_default() % (last + 1);
            shuffled.swap(last, other);
        }
        assert_eq!(tables_of(&shuffled, &days), expected, "{shuffled:#?}");
    }
}

fn tables_of(events: &[&str], days: &[&str]) -> Vec<String> {
    let events = format!("{EVENT_HEADER}{}\n", events.join("\n"));
    let reform = format!("{REFORM_HEADER}{REFORM}");
    let (rows, found) = read(&Files {
        units: UNITS.as_bytes(),
        events: Some(events.as_bytes()),
        reform: Some(reform.as_bytes()),
    });
    let reform_on = day("2025-07-01");
    let record = replay(&rows, reform_on);
    assert!(found.clean() && record.findings().sorted().is_empty());
    days.iter()
        .map(|on| sheet(&record, day(on), None))
        .collect()
}

fn day(text: &str) -> handbook::NaiveDate {
    handbook::parse_date("day", text).unwrap_or_else(|error| panic!("{error}"))
}

/// The folder of the published tables, where it is there.
fn published() -> Option<PathBuf> {
    let folder = std::env::var_os("HANDBOOK_REAL_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    );
    let folder = folder.join("ninh-binh");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("not compared: no {}", folder.display());
    None
}

/// Rows by code: level, type, full name, parent.
fn by_code(table: &str) -> BTreeMap<String, [String; 4]> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let place = |names: [&str; 2]| {
        names
            .iter()
            .find_map(|name| header.iter().position(|column| column == name))
            .unwrap_or_else(|| panic!("{names:?} is missing from {header:?}"))
    };
    let columns = [
        ["level"; 2],
        ["type"; 2],
        ["full_name", "name"],
        ["parent"; 2],
    ]
    .map(place);
    let code = place(["code"; 2]);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let cell = |column: usize| cells.get(column).copied().unwrap_or("?").to_owned();
            (cell(code), columns.map(cell))
        })
        .collect()
}

#[test]
fn the_published_tables_come_out_exactly() {
    let Some(folder) = published() else {
        return;
    };
    let options = [
        "--units",
        "units-2004-08-31.csv",
        "--events",
        "events-2004-2025.csv",
        "--reform",
        "reform-2025.csv",
        "--on",
    ];
    for (on, units) in [
        ("2004-08-31", 518),
        ("2023-04-10", 505),
        ("2025-03-01", 423),
        ("2025-07-01", 130),
    ] {
        let mut options = options.to_vec();
        options.push(on);
        let output = run(&folder, &options);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
        let expected = std::fs::read_to_string(folder.join(format!("units-{on}.csv")))
            .unwrap_or_else(|error| panic!("{error}"));
        let (ours, expected) = (
            by_code(&String::from_utf8_lossy(&output.stdout)),
            by_code(&expected),
        );
        assert_eq!(expected.len(), units);
        assert_eq!(ours, expected, "{on}");
    }
    let mut lost = options[..6].to_vec();
    lost.extend(["--lineage", "14716@2004-08-31"]);
    let told = run(&folder, &lost);
    assert_eq!(
        String::from_utf8_lossy(&told.stdout),
        "14716 Xã Yên Phú (377 Huyện Yên Mô, 37 Tỉnh Ninh Bình), on 2004-08-31:\n\
         2012-11-29  14716 Xã Yên Phú: dissolved; no line states a successor [80/NQ-CP ngày 28/11/2012]\n\
         On 2025-07-01:\n  not there; the record states no successor of 14716 Xã Yên Phú\n"
    );
}
