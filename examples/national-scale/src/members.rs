//! Members as Parquet files: how they are written, and the columns that come back.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, BooleanArray, RecordBatch, StringViewArray, StringViewBuilder, UInt8Array,
    UInt32Array,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::common::cast::{as_boolean_array, as_string_view_array, as_uint8_array};
use datafusion::error::{DataFusionError, Result};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::parquet::file::properties::WriterProperties;
use handbook::evaluation::{PartialRollUp, TaskCounts};

use crate::country::{CRITERIA, Country, MemberYear, cell_id, organization_id};
use crate::judging::Judge;

/// Files of the members; more than the engine has partitions at first.
const FILES: u64 = 12;

/// Members of a row group: the engine may give the row groups of one file to several partitions.
const ROW_GROUP: usize = 64 * 1024;

/// Members written or read at a time.
const BATCH: u64 = 8 * 1024;

/// Columns of tasks: total, done, on time, beyond, late.
const TASKS: [&str; 5] = [
    "tasks_total",
    "tasks_done",
    "tasks_on_time",
    "tasks_beyond",
    "tasks_late",
];

/// Within which group the cap holds, and so what the sums are kept by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// The grassroots organization (tổ chức cơ sở đảng).
    Organization,
    /// The cell (chi bộ).
    Cell,
}

impl Group {
    /// The column that names it.
    #[must_use]
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Cell => "cell",
        }
    }

    /// The identifier of a member's group.
    #[must_use]
    pub(crate) fn of(self, member: &MemberYear) -> String {
        match self {
            Self::Organization => organization_id(member.organization),
            Self::Cell => cell_id(member.organization, member.cell),
        }
    }
}

/// The columns that the sums are made from, besides the group: marks, tasks, discipline.
#[must_use]
pub(crate) fn fact_columns() -> Vec<String> {
    let mut columns: Vec<String> = (0..CRITERIA).map(|place| format!("c{place}")).collect();
    columns.extend(TASKS.map(str::to_owned));
    columns.push("disciplined".to_owned());
    columns
}

/// The types of the group and of [`fact_columns`].
#[must_use]
pub(crate) fn column_types() -> Vec<DataType> {
    let mut types = vec![DataType::Utf8View];
    types.extend(vec![DataType::UInt8; CRITERIA + TASKS.len()]);
    types.push(DataType::Boolean);
    types
}

fn schema() -> SchemaRef {
    let field = |name: &str, kind| Field::new(name, kind, false);
    let mut fields = vec![
        field("number", DataType::UInt32),
        field("organization", DataType::Utf8View),
    ];
    let mut columns = vec!["cell".to_owned()];
    columns.extend(fact_columns());
    let typed = columns.iter().zip(column_types());
    fields.extend(typed.map(|(name, kind)| field(name, kind)));
    Arc::new(Schema::new(fields))
}

/// Writes the members into files of several row groups, in an order in which no file has a whole
/// cell. No more than a row group is held in memory.
///
/// # Errors
/// What the file system or Parquet says.
pub(crate) fn write(country: &Country, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let members = country.members();
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .build();
    for file in 0..FILES {
        let path = folder.join(format!("members-{file:02}.parquet"));
        let mut writer =
            ArrowWriter::try_new(File::create(path)?, schema(), Some(properties.clone()))?;
        let (mut place, end) = (members * file / FILES, members * (file + 1) / FILES);
        while place < end {
            let until = end.min(place + BATCH);
            let batch: Vec<MemberYear> = (place..until)
                .map(|place| country.member(country.shuffled(place)))
                .collect();
            writer.write(&columns_of(&batch)?)?;
            place = until;
        }
        writer.close()?;
    }
    Ok(())
}

fn columns_of(members: &[MemberYear]) -> Result<RecordBatch> {
    let texts = |text: &dyn Fn(&MemberYear) -> String| -> ArrayRef {
        let mut column = StringViewBuilder::with_capacity(members.len());
        for member in members {
            column.append_value(text(member));
        }
        Arc::new(column.finish())
    };
    let bytes = |byte: &dyn Fn(&MemberYear) -> u8| -> ArrayRef {
        Arc::new(UInt8Array::from_iter_values(members.iter().map(byte)))
    };
    let numbers = members
        .iter()
        .map(|member| u32::try_from(member.number).unwrap_or(u32::MAX));
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(UInt32Array::from_iter_values(numbers)),
        texts(&|member| Group::Organization.of(member)),
        texts(&|member| Group::Cell.of(member)),
    ];
    for place in 0..CRITERIA {
        let mark = |member: &MemberYear| member.marks.get(place).copied().unwrap_or_default();
        columns.push(bytes(&mark));
    }
    let counts: [fn(&TaskCounts) -> u32; TASKS.len()] = [
        |tasks| tasks.total,
        |tasks| tasks.done,
        |tasks| tasks.on_time,
        |tasks| tasks.beyond,
        |tasks| tasks.late,
    ];
    for count in counts {
        columns.push(bytes(&|member| {
            u8::try_from(count(&member.tasks)).unwrap_or(u8::MAX)
        }));
    }
    let disciplined: Vec<bool> = members.iter().map(|member| member.disciplined).collect();
    columns.push(Arc::new(BooleanArray::from(disciplined)));
    Ok(RecordBatch::try_new(schema(), columns)?)
}

/// The files of a folder, in order.
///
/// # Errors
/// What the file system says.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

/// The columns of one batch, in the order of [`column_types`].
struct Columns<'a> {
    groups: &'a StringViewArray,
    marks: [&'a [u8]; CRITERIA],
    tasks: [&'a [u8]; TASKS.len()],
    disciplined: &'a BooleanArray,
}

impl<'a> Columns<'a> {
    fn of(columns: &'a [ArrayRef]) -> Result<Self> {
        let column = |place: usize| {
            let column = columns.get(place).filter(|column| column.null_count() == 0);
            column.ok_or_else(|| DataFusionError::Execution(format!("column {place} has gaps")))
        };
        let bytes = |place: usize| -> Result<&'a [u8]> {
            Ok(as_uint8_array(column(place)?)?.values().as_ref())
        };
        let mut marks: [&[u8]; CRITERIA] = [&[]; CRITERIA];
        for (place, marks) in marks.iter_mut().enumerate() {
            *marks = bytes(1 + place)?;
        }
        let mut tasks: [&[u8]; TASKS.len()] = [&[]; TASKS.len()];
        for (place, tasks) in tasks.iter_mut().enumerate() {
            *tasks = bytes(1 + CRITERIA + place)?;
        }
        Ok(Self {
            groups: as_string_view_array(column(0)?)?,
            marks,
            tasks,
            disciplined: as_boolean_array(column(1 + CRITERIA + TASKS.len())?)?,
        })
    }
}

/// Judges every member of a batch of [`column_types`] and adds them to the sums.
///
/// # Errors
/// Columns of other types, and what [`Judge::add`] says.
pub(crate) fn add_columns(
    judge: &Judge,
    columns: &[ArrayRef],
    sums: &mut PartialRollUp,
) -> Result<()> {
    let columns = Columns::of(columns)?;
    for row in 0..columns.groups.len() {
        let at = |column: &&[u8]| column.get(row).copied().unwrap_or_default();
        let [total, done, on_time, beyond, late] =
            columns.tasks.each_ref().map(|column| u32::from(at(column)));
        let tasks = TaskCounts {
            total,
            done,
            on_time,
            beyond,
            late,
        };
        let marks = columns.marks.each_ref().map(at);
        let group = sums.group(columns.groups.value(row)).map_err(outside)?;
        judge
            .add(group, marks, tasks, columns.disciplined.value(row))
            .map_err(outside)?;
    }
    Ok(())
}

/// An error of the library as one of the engine's.
pub(crate) fn outside(error: impl std::error::Error + Send + Sync + 'static) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

/// The plain loop: one process, one file after the other.
///
/// # Errors
/// What Parquet and the library say.
pub(crate) fn sum_up(folder: &Path, group: Group) -> Result<PartialRollUp> {
    let judge = Judge::new().map_err(outside)?;
    let mut sums = PartialRollUp::default();
    let names = [vec![group.column().to_owned()], fact_columns()].concat();
    for file in files(folder)? {
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(file)?)?
            .with_batch_size(usize::try_from(BATCH).unwrap_or(usize::MAX))
            .build()?;
        for batch in reader {
            let batch = batch?;
            let columns: Option<Vec<ArrayRef>> = names
                .iter()
                .map(|name| batch.column_by_name(name).cloned())
                .collect();
            let columns = columns
                .ok_or_else(|| DataFusionError::Execution("a column is missing".to_owned()))?;
            add_columns(&judge, &columns, &mut sums)?;
        }
    }
    Ok(sums)
}
