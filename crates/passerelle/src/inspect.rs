//! Commands that look an installation over while it is not served: replay, verify, export, accounts.

use serde_json::{Value, json};

use crate::Verdict;
use crate::arguments::{Data, ExportLog};
use crate::opened::{open, place};

/// `passerelle replay`
pub fn replay(asked: &Data) -> anyhow::Result<Verdict> {
    let replayed = open(&place(&asked.which)?)?.replay(|_, _| {})?;
    if asked.json {
        let answer = json!({ "acts": replayed.acts, "closed": replayed.closed, "differing": replayed.differing });
        println!("{}", serde_json::to_string_pretty(&answer)?);
    } else {
        println!("acts       {}, {} of them closed for ever", replayed.acts, replayed.closed);
        match replayed.differing.as_slice() {
            [] => println!("tables     every index table is what the ledger makes of it"),
            differing => println!("DIFFERED   {}; made anew", differing.join(", ")),
        }
    }
    Ok(if replayed.differing.is_empty() { Verdict::Fine } else { Verdict::Bad })
}

/// `passerelle verify`
pub fn verify(asked: &Data) -> anyhow::Result<Verdict> {
    let app = open(&place(&asked.which)?)?;
    match app.examine() {
        Ok(verified) => {
            if asked.json {
                let answer = json!({
                    "leaves": verified.leaves, "root": verified.root, "envelopes": verified.envelopes,
                    "bodies": verified.bodies,
                });
                println!("{}", serde_json::to_string_pretty(&answer)?);
            } else {
                println!("leaves     {}, root {}", verified.leaves, verified.root);
                println!("envelopes  {} present, each as committed to", verified.envelopes);
                println!("bodies     {} open, each as committed to", verified.bodies);
                println!(
                    "tables     the database is sound, every tile, head and index table is what the ledger makes of it"
                );
                println!("good       the log is what its checkpoint says");
            }
            Ok(Verdict::Fine)
        }
        Err(bad) => {
            println!("BAD        {bad}");
            Ok(Verdict::Bad)
        }
    }
}

/// `passerelle export log`
pub fn export_log(asked: &ExportLog) -> anyhow::Result<Verdict> {
    let leaves = open(&place(&asked.which)?)?.export_log(&asked.out)?;
    println!("{leaves} leaves in {}; `passerelle-verify` checks the copy", asked.out.display());
    Ok(Verdict::Fine)
}

/// `passerelle account list`
pub fn accounts(asked: &Data) -> anyhow::Result<Verdict> {
    let accounts = open(&place(&asked.which)?)?.account_states()?;
    if asked.json {
        let rows: Vec<Value> = accounts
            .iter()
            .map(|(account, capacity, state)| json!({ "account": account, "capacity": capacity, "state": state }))
            .collect();
        println!("{}", serde_json::to_string_pretty(&rows)?);
    } else {
        for (account, capacity, state) in accounts {
            println!("{account}  {state:<8}  {capacity}");
        }
    }
    Ok(Verdict::Fine)
}
