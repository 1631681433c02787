//! What anybody may fetch: style sheet, health, and the public log.

use app::Fault;

use crate::answer::Answer;
use crate::assets::Assets;
use crate::route::Route;
use crate::routes::nothing;
use crate::trouble::Trouble;
use crate::visit::Visit;

/// The routes of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/health", nothing(), health).json(),
    Route::get("/assets/{name}", nothing(), asset),
    Route::get("/log/checkpoint", nothing(), checkpoint),
    Route::get("/log/vkey", nothing(), vkey),
    Route::get("/log/tile/{*path}", nothing(), tile),
];

fn health(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    if visit.app.is_well() {
        Ok(Answer::open_json(&serde_json::json!({ "status": "ok" })))
    } else {
        Err(Fault::Store(app::StoreError::Stopped).into())
    }
}

fn asset(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let (bytes, content_type) = Assets::lookup(&visit.path).ok_or_else(Trouble::not_found)?;
    Ok(Answer::bytes(content_type, bytes.to_vec()))
}

fn checkpoint(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    Ok(Answer::bytes("text/plain; charset=utf-8", visit.app.checkpoint().into_bytes()))
}

fn vkey(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    Ok(Answer::bytes("text/plain; charset=utf-8", format!("{}\n", visit.app.about().verifier_key).into_bytes()))
}

fn tile(visit: &Visit<'_>) -> Result<Answer, Trouble> {
    let path: String = visit.id("path")?;
    let bytes = visit.app.tile(&format!("tile/{path}"))?.ok_or_else(Trouble::not_found)?;
    Ok(Answer::bytes("application/octet-stream", bytes))
}
