//! Organizations: the real communes and towns of the district in 2023, everything else made up.

use chrono::NaiveDate;

use crate::random::Random;
use crate::table::day;

/// Name, id and code of the communes and towns of 2023, and the attendance they aim at here, in
/// thousandths.
const COMMUNES: [(&str, &str, &str, i32); 17] = [
    ("thị trấn Yên Thịnh", "thi-tran-yen-thinh", "14701", 934),
    ("xã Khánh Thượng", "xa-khanh-thuong", "14704", 916),
    ("xã Khánh Dương", "xa-khanh-duong", "14707", 948),
    ("xã Mai Sơn", "xa-mai-son", "14710", 905),
    ("xã Khánh Thịnh", "xa-khanh-thinh", "14713", 893),
    ("xã Yên Phong", "xa-yen-phong", "14719", 940),
    ("xã Yên Hòa", "xa-yen-hoa", "14722", 922),
    ("xã Yên Thắng", "xa-yen-thang", "14725", 881),
    ("xã Yên Từ", "xa-yen-tu", "14728", 957),
    ("xã Yên Hưng", "xa-yen-hung", "14731", 869),
    ("xã Yên Thành", "xa-yen-thanh", "14734", 910),
    ("xã Yên Nhân", "xa-yen-nhan", "14737", 926),
    ("xã Yên Mỹ", "xa-yen-my", "14740", 898),
    ("xã Yên Mạc", "xa-yen-mac", "14743", 943),
    ("xã Yên Đồng", "xa-yen-dong", "14746", 862),
    ("xã Yên Thái", "xa-yen-thai", "14749", 887),
    ("xã Yên Lâm", "xa-yen-lam", "14752", 850),
];

/// Made-up grassroots committees: name, id, sector, members.
const COMMITTEES: [(&str, &str, &str, i32); 14] = [
    (
        "cơ quan chính quyền huyện",
        "co-quan-chinh-quyen",
        "state",
        96,
    ),
    (
        "cơ quan đảng và đoàn thể huyện",
        "co-quan-dang-doan-the",
        "state",
        61,
    ),
    ("công an huyện", "cong-an-huyen", "armedForces", 104),
    ("quân sự huyện", "quan-su-huyen", "armedForces", 38),
    ("trung tâm y tế huyện", "trung-tam-y-te", "state", 72),
    (
        "trường trung học phổ thông số 1",
        "truong-thpt-so-1",
        "state",
        52,
    ),
    (
        "trường trung học phổ thông số 2",
        "truong-thpt-so-2",
        "state",
        49,
    ),
    (
        "trung tâm giáo dục nghề nghiệp",
        "trung-tam-giao-duc-nghe-nghiep",
        "state",
        35,
    ),
    ("công ty thủy nông", "cong-ty-thuy-nong", "state", 41),
    ("điện lực huyện", "dien-luc-huyen", "state", 36),
    (
        "ngân hàng nông nghiệp huyện",
        "ngan-hang-nong-nghiep",
        "state",
        34,
    ),
    ("công ty may số 1", "cong-ty-may-so-1", "nonState", 44),
    ("công ty gạch số 1", "cong-ty-gach-so-1", "nonState", 37),
    // Fewer than a grassroots committee needs.
    (
        "trung tâm dịch vụ nông nghiệp",
        "trung-tam-dich-vu-nong-nghiep",
        "state",
        26,
    ),
];

/// Made-up grassroots cells: name, id, sector, members.
const CELLS: [(&str, &str, &str, i32); 26] = [
    (
        "Ban Quản lý dự án đầu tư xây dựng",
        "ban-quan-ly-du-an",
        "state",
        17,
    ),
    ("tòa án huyện", "toa-an-huyen", "state", 12),
    ("viện kiểm sát huyện", "vien-kiem-sat-huyen", "state", 11),
    ("thi hành án dân sự huyện", "thi-hanh-an-huyen", "state", 9),
    ("bảo hiểm xã hội huyện", "bao-hiem-xa-hoi", "state", 14),
    ("kho bạc huyện", "kho-bac-huyen", "state", 8),
    ("chi cục thuế", "chi-cuc-thue", "state", 22),
    ("chi cục thống kê", "chi-cuc-thong-ke", "state", 6),
    (
        "ngân hàng chính sách xã hội",
        "ngan-hang-chinh-sach",
        "state",
        10,
    ),
    ("bưu điện huyện", "buu-dien-huyen", "state", 11),
    ("viễn thông huyện", "vien-thong-huyen", "state", 9),
    (
        "trung tâm văn hóa thể thao",
        "trung-tam-van-hoa",
        "state",
        13,
    ),
    ("trung tâm chính trị", "trung-tam-chinh-tri", "state", 7),
    // More than a cell of its own may have.
    (
        "trường trung học phổ thông số 3",
        "truong-thpt-so-3",
        "state",
        31,
    ),
    ("quản lý thị trường", "quan-ly-thi-truong", "state", 8),
    ("ban quản lý rừng", "ban-quan-ly-rung", "state", 12),
    (
        "đội quản lý giao thông",
        "doi-quan-ly-giao-thong",
        "state",
        10,
    ),
    ("trạm khuyến nông", "tram-khuyen-nong", "state", 9),
    (
        "quỹ tín dụng nhân dân số 1",
        "quy-tin-dung-so-1",
        "nonState",
        8,
    ),
    (
        "quỹ tín dụng nhân dân số 2",
        "quy-tin-dung-so-2",
        "nonState",
        7,
    ),
    (
        "công ty xây dựng số 1",
        "cong-ty-xay-dung-so-1",
        "nonState",
        15,
    ),
    (
        "công ty xây dựng số 2",
        "cong-ty-xay-dung-so-2",
        "nonState",
        9,
    ),
    ("công ty may số 2", "cong-ty-may-so-2", "nonState", 13),
    ("công ty giày số 1", "cong-ty-giay-so-1", "nonState", 12),
    (
        "hợp tác xã nông nghiệp số 1",
        "hop-tac-xa-so-1",
        "nonState",
        10,
    ),
    (
        "công ty thương mại số 1",
        "cong-ty-thuong-mai-so-1",
        "nonState",
        8,
    ),
];

/// The district's own id.
pub(crate) const DISTRICT: &str = "huyen-yen-mo";

/// The cell founded in the year, in an enterprise outside the State.
pub(crate) const FOUNDED_CELL: &str = "thi-tran-yen-thinh.cong-ty-det-so-1";

/// A village cell with enough members for Party groups, and none formed.
pub(crate) const WITHOUT_GROUPS: &str = "xa-yen-dong.thon-02";

/// A cell with fewer full members than an organization needs.
pub(crate) const TOO_SMALL: &str = "xa-yen-lam.tram-y-te";

/// Members of grassroots organizations whose size is meant to misfit.
const KEPT_SIZES: [&str; 2] = ["truong-thpt-so-3", "trung-tam-dich-vu-nong-nghiep"];

/// A line of `organizations.csv`.
pub(crate) struct Organization {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) parent: String,
    pub(crate) sector: &'static str,
    pub(crate) village: bool,
    pub(crate) founded_on: NaiveDate,
    /// The decision, for one founded in the year.
    pub(crate) decision: &'static str,
}

/// A cell, with what shapes the lives in it.
pub(crate) struct Cell {
    pub(crate) id: String,
    /// Its grassroots organization; the cell itself for a grassroots cell.
    pub(crate) grassroots: String,
    pub(crate) sector: &'static str,
    pub(crate) village: bool,
    /// Members at the beginning.
    pub(crate) members: i32,
    /// Attendance in thousandths.
    pub(crate) attendance: i32,
    /// Nobody comes, goes or is admitted here.
    pub(crate) fixed: bool,
    pub(crate) founded_on: NaiveDate,
}

/// The district as it is set up.
pub(crate) struct Places {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) cells: Vec<Cell>,
}

/// The first day that the sample speaks of.
pub(crate) fn beginning() -> NaiveDate {
    day(2020, 8, 1)
}

/// The day the new cell was founded.
pub(crate) fn founding() -> NaiveDate {
    day(2023, 5, 19)
}

impl Places {
    pub(crate) fn new(seed: u64) -> Self {
        let mut places = Self {
            organizations: Vec::new(),
            cells: Vec::new(),
        };
        let mut random = Random::for_topic(seed, "places");
        places.organization(
            DISTRICT,
            "377",
            "Đảng bộ huyện Yên Mô",
            "huyen_uy",
            "",
            "state",
        );
        for (name, id, code, attendance) in COMMUNES {
            places.organization(
                id,
                code,
                &format!("Đảng bộ {name}"),
                "dang_bo_xa",
                DISTRICT,
                "residential",
            );
            places.commune_cells(id, attendance, &mut random);
        }
        for (name, id, sector, members) in COMMITTEES {
            places.organization(
                id,
                "",
                &format!("Đảng bộ {name}"),
                "dang_bo_co_so",
                DISTRICT,
                sector,
            );
            let parts = if members < 45 {
                2
            } else if members < 80 {
                3
            } else {
                5
            };
            for part in 1..=parts {
                let size = members * part / parts - members * (part - 1) / parts;
                places.cell(
                    id,
                    &format!("chi-bo-{part}"),
                    &format!("Chi bộ {part} {name}"),
                    sector,
                    size,
                    random.between(905, 980),
                );
            }
        }
        for (name, id, sector, members) in CELLS {
            let name = format!("Chi bộ {name}");
            places.organization(id, "", &name, "chi_bo_co_so", DISTRICT, sector);
            places.cells.push(Cell {
                id: id.to_owned(),
                grassroots: id.to_owned(),
                sector,
                village: false,
                members,
                attendance: random.between(900, 985),
                fixed: KEPT_SIZES.contains(&id),
                founded_on: beginning(),
            });
        }
        places
    }

    fn organization(
        &mut self,
        id: &str,
        code: &str,
        name: &str,
        kind: &'static str,
        parent: &str,
        sector: &'static str,
    ) {
        self.organizations.push(Organization {
            id: id.to_owned(),
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            parent: parent.to_owned(),
            sector,
            village: false,
            founded_on: beginning(),
            decision: "",
        });
    }

    fn cell(
        &mut self,
        parent: &str,
        part: &str,
        name: &str,
        sector: &'static str,
        members: i32,
        attendance: i32,
    ) {
        let id = format!("{parent}.{part}");
        self.organization(&id, "", name, "chi_bo_truc_thuoc", parent, sector);
        let village = sector == "residential";
        if let Some(organization) = self.organizations.last_mut() {
            organization.village = village;
        }
        self.cells.push(Cell {
            fixed: KEPT_SIZES.contains(&parent) || id == TOO_SMALL || id == WITHOUT_GROUPS,
            id,
            grassroots: parent.to_owned(),
            sector,
            village,
            members,
            attendance,
            founded_on: beginning(),
        });
    }

    fn commune_cells(&mut self, commune: &str, attendance: i32, random: &mut Random) {
        let near = |random: &mut Random| (attendance + random.between(-35, 30)).min(975);
        let villages = random.between(7, 11);
        for village in 1..=villages {
            let part = format!("thon-{village:02}");
            let members = if format!("{commune}.{part}") == WITHOUT_GROUPS {
                36
            } else if random.permille(60) {
                random.between(30, 37)
            } else {
                random.between(14, 27)
            };
            let rate = near(random);
            self.cell(
                commune,
                &part,
                &format!("Chi bộ thôn {village}"),
                "residential",
                members,
                rate,
            );
        }
        for (part, name, least, most) in [
            ("co-quan", "Chi bộ cơ quan", 14, 22),
            ("truong-mam-non", "Chi bộ trường mầm non", 10, 17),
            ("truong-tieu-hoc", "Chi bộ trường tiểu học", 11, 18),
            (
                "truong-trung-hoc-co-so",
                "Chi bộ trường trung học cơ sở",
                11,
                18,
            ),
            ("tram-y-te", "Chi bộ trạm y tế", 4, 7),
        ] {
            let members = random.between(least, most);
            let members = if format!("{commune}.{part}") == TOO_SMALL {
                2
            } else {
                members
            };
            let rate = near(random);
            self.cell(commune, part, name, "state", members, rate);
        }
        if FOUNDED_CELL.starts_with(commune) {
            let part = FOUNDED_CELL
                .trim_start_matches(commune)
                .trim_start_matches('.');
            self.cell(commune, part, "Chi bộ công ty dệt số 1", "nonState", 0, 960);
            if let Some(cell) = self.cells.last_mut() {
                cell.founded_on = founding();
            }
            if let Some(organization) = self.organizations.last_mut() {
                organization.founded_on = founding();
                organization.decision = "417-QĐ/HU";
            }
        }
    }

    /// Divides a cell into Party groups.
    pub(crate) fn divide(&mut self, cell: &str, groups: usize) {
        for group in 1..=groups {
            self.organization(
                &format!("{cell}.to-{group}"),
                "",
                &format!("Tổ đảng số {group}"),
                "to_dang",
                cell,
                "residential",
            );
        }
    }
}
