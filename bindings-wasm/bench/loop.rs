//! The work of `levels.mjs` as somebody would write it for WebAssembly and this one purpose: a
//! loop over compact structs grouped by cell. Compiled for speed by `cargo xtask wasm-bench`.

#![allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]

const CRITERIA: usize = 10;
const WEIGHTS: [u32; CRITERIA] = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];

/// One member: 10 marks and whether disciplined.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Member {
    marks: [u8; CRITERIA],
    disciplined: u8,
}

/// Members, where cells start, the commune of each cell, the district of each commune, and what
/// comes out: levels, and counts of cells, communes and districts.
pub struct Crowd {
    members: Vec<Member>,
    cell_starts: Vec<u32>,
    communes: Vec<u32>,
    districts: Vec<u32>,
    levels: Vec<u8>,
    counts: Vec<[u32; 4]>,
    eligible: Vec<(u32, u8, u32)>,
}

#[unsafe(no_mangle)]
pub extern "C" fn crowd(members: usize, cells: usize, communes: usize, districts: usize) -> *mut Crowd {
    let nobody = Member { marks: [0; CRITERIA], disciplined: 0 };
    Box::into_raw(Box::new(Crowd {
        members: vec![nobody; members],
        cell_starts: vec![0; cells + 1],
        communes: vec![0; cells],
        districts: vec![0; communes],
        levels: vec![0; members],
        counts: vec![[0; 4]; cells + communes + districts],
        eligible: Vec::new(),
    }))
}

/// Where a list of the crowd stands: 0 members, 1 starts, 2 communes, 3 districts, 4 levels, 5
/// counts.
#[unsafe(no_mangle)]
pub extern "C" fn place(crowd: &mut Crowd, list: u32) -> *mut u8 {
    match list {
        0 => crowd.members.as_mut_ptr().cast(),
        1 => crowd.cell_starts.as_mut_ptr().cast(),
        2 => crowd.communes.as_mut_ptr().cast(),
        3 => crowd.districts.as_mut_ptr().cast(),
        4 => crowd.levels.as_mut_ptr(),
        _ => crowd.counts.as_mut_ptr().cast(),
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn judge(crowd: &mut Crowd) {
    let cells = crowd.communes.len();
    crowd.counts[cells..].fill([0; 4]);
    for cell in 0..cells {
        let (from, to) = (crowd.cell_starts[cell] as usize, crowd.cell_starts[cell + 1] as usize);
        let mut counts = [0_u32; 4];
        crowd.eligible.clear();
        for (place, member) in crowd.members[from..to].iter().enumerate() {
            let mut score = 0;
            for (weight, mark) in WEIGHTS.iter().zip(member.marks) {
                score += weight * u32::from(mark);
            }
            let level = match score {
                _ if member.disciplined != 0 => 0,
                9_000.. => 3,
                7_000.. => 2,
                5_000.. => 1,
                _ => 0,
            };
            crowd.levels[from + place] = level;
            counts[level as usize] += 1;
            if level == 3 {
                crowd.eligible.push((score, member.marks[0], place as u32));
            }
        }
        let most = (counts[2] / 5) as usize;
        if crowd.eligible.len() > most {
            crowd.eligible.sort_unstable_by(|one, other| {
                (other.0, other.1, one.2).cmp(&(one.0, one.1, other.2))
            });
            for (_, _, place) in &crowd.eligible[most..] {
                crowd.levels[from + *place as usize] = 2;
            }
            let demoted = (crowd.eligible.len() - most) as u32;
            counts[3] -= demoted;
            counts[2] += demoted;
        }
        crowd.counts[cell] = counts;
        let commune = cells + crowd.communes[cell] as usize;
        for (sum, count) in crowd.counts[commune].iter_mut().zip(counts) {
            *sum += count;
        }
    }
    let communes = crowd.districts.len();
    for commune in 0..communes {
        let counts = crowd.counts[cells + commune];
        let district = cells + communes + crowd.districts[commune] as usize;
        for (sum, count) in crowd.counts[district].iter_mut().zip(counts) {
            *sum += count;
        }
    }
}
