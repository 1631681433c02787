//! A file is on the disk once it is flushed; its name is, once its folder is.

use std::fs;
use std::path::Path;

/// Makes a name in a folder durable.
pub(crate) fn flush_folder_of(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}
