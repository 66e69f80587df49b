//! The country by DataFusion: an aggregate function whose state is the library's partial sums as
//! bytes. The engine splits, moves and merges them as it likes.

use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::cast::as_binary_array;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, Signature, Volatility,
};
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use datafusion::scalar::ScalarValue;
use handbook::evaluation::PartialRollUp;

use crate::judging::Judge;
use crate::members::{Group, add_columns, column_types, fact_columns, outside};

/// What the engine's operators may hold together.
const MEMORY: usize = 1 << 30;

/// `roll_up(group, c0 … c9, tasks …, disciplined)`: partial sums as bytes.
#[derive(Debug, PartialEq, Eq, Hash)]
struct RollUpFunction {
    signature: Signature,
}

impl AggregateUDFImpl for RollUpFunction {
    fn name(&self) -> &str {
        "roll_up"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::Binary)
    }

    fn state_fields(&self, arguments: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let name = format!("{}[sums]", arguments.name);
        Ok(vec![Arc::new(Field::new(name, DataType::Binary, true))])
    }

    fn accumulator(&self, _arguments: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Sums {
            judge: Judge::new().map_err(outside)?,
            sums: PartialRollUp::default(),
        }))
    }
}

#[derive(Debug)]
struct Sums {
    judge: Judge,
    sums: PartialRollUp,
}

impl Sums {
    fn bytes(&self) -> Result<ScalarValue> {
        let bytes = self.sums.to_bytes().map_err(outside)?;
        Ok(ScalarValue::Binary(Some(bytes)))
    }
}

impl Accumulator for Sums {
    fn update_batch(&mut self, columns: &[ArrayRef]) -> Result<()> {
        add_columns(&self.judge, columns, &mut self.sums)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        Ok(vec![self.bytes()?])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        for column in states {
            for bytes in as_binary_array(column)?.iter().flatten() {
                let sent = PartialRollUp::from_bytes(bytes).map_err(outside)?;
                self.sums.merge(&sent).map_err(outside)?;
            }
        }
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.bytes()
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.sums.heap_bytes()
    }
}

/// How the engine is to split the members.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Split {
    /// Partitions that read and sum up side by side.
    pub(crate) partitions: usize,
    /// Groups of members by their number, cutting across cells; each comes back as partial sums
    /// of its own, and they are merged here, the last one first.
    pub(crate) shards: u32,
}

/// The sums of all files of a folder by the engine.
///
/// # Errors
/// What the engine and the library say.
pub(crate) async fn sum_up(folder: &Path, group: Group, split: Split) -> Result<PartialRollUp> {
    let config = SessionConfig::new()
        .with_target_partitions(split.partitions)
        // Small files too are split between partitions.
        .with_repartition_file_min_size(1)
        .with_repartition_file_scans(true);
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_limit(MEMORY, 1.0)
        .build_arc()?;
    let context = SessionContext::new_with_config_rt(config, runtime);
    context.register_udaf(AggregateUDF::new_from_impl(RollUpFunction {
        signature: Signature::exact(column_types(), Volatility::Immutable),
    }));
    let folder = folder
        .to_str()
        .ok_or_else(|| DataFusionError::Execution("the folder's name is no text".to_owned()))?;
    context
        .register_parquet("members", folder, ParquetReadOptions::default())
        .await?;
    let columns = fact_columns().join(", ");
    let query = format!(
        "SELECT number % {shards} AS shard, roll_up({group}, {columns}) AS sums \
         FROM members GROUP BY number % {shards} ORDER BY shard DESC",
        shards = split.shards,
        group = group.column(),
    );
    let query = if split.shards > 1 {
        query
    } else {
        format!(
            "SELECT 0 AS shard, roll_up({}, {columns}) AS sums FROM members",
            group.column()
        )
    };
    let mut all = PartialRollUp::default();
    for batch in context.sql(&query).await?.collect().await? {
        let column = batch
            .column_by_name("sums")
            .ok_or_else(|| DataFusionError::Execution("the engine gave no sums".to_owned()))?;
        for bytes in as_binary_array(column)?.iter().flatten() {
            let sums = PartialRollUp::from_bytes(bytes).map_err(outside)?;
            all.merge(&sums).map_err(outside)?;
        }
    }
    Ok(all)
}
