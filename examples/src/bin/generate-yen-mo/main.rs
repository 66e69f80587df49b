//! Writes the sample district: the communes and towns of Yên Mô in 2023, and a year of people,
//! cells and meetings that are all made up, from which the published figures follow.
//!
//! The same program always writes the same bytes.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for the project's own sample: a wrong place must stop it"
)]

mod people;
mod places;
mod random;
mod table;
mod year;

use std::path::PathBuf;
use std::process::ExitCode;

/// The code of the district.
const SEED: u64 = 377;

/// Members from which a village cell is divided into Party groups.
const GROUPS_FROM: usize = 30;

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("examples/data/yen-mo-2023"), PathBuf::from);
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write to {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &std::path::Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for table in tables() {
        std::fs::write(folder.join(table.name), table.bytes())?;
        println!("{} {} bytes", table.name, table.bytes().len());
    }
    Ok(())
}

fn tables() -> Vec<table::Table> {
    let mut places = places::Places::new(SEED);
    let people = people::people(SEED, &places);
    let end = table::day(2023, 12, 31);
    for cell in 0..places.cells.len() {
        let size = people
            .iter()
            .filter(|member| member.home(end) == Some(cell))
            .count();
        let id = places.cells[cell].id.clone();
        if places.cells[cell].village && size >= GROUPS_FROM && id != places::WITHOUT_GROUPS {
            places.divide(&id, 2 + usize::from(size > 34));
        }
    }
    let year = year::Year {
        seed: SEED,
        places: &places,
        people: &people,
    };
    let (meetings, attendance) = year.meetings();
    vec![
        year.organizations(),
        year.posts(),
        year.members(),
        meetings,
        attendance,
        year.targets(),
        year.ratings(),
        year.adoption(),
        year.projects(),
    ]
}
