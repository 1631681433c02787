//! `drill filesystem`: the disk under a file system of its own stops, many times.
//!
//! `powercut` undoes what a process wrote through the C library. Here the kernel itself loses what it had not written yet: an ext4
//! lies on a disk that another process serves (`qemu-storage-daemon`, as a file over FUSE, below a loop device). At a random moment that
//! process is stopped, what it had written until then is put aside, and it is killed. What was put aside is mounted as after a
//! power cut, and its journal is replayed. What the disk was given and not told to flush stays: taking that back is for `powercut`.
//!
//! The kernel's own way to shut a file system down (`FS_IOC_SHUTDOWN`) is no judge of this: under it a program of ten lines that writes, flushes
//! and says so loses what it said, one time in fifteen, on ext4 and on XFS. It needs root, FUSE and a loop device, and says so where it has none.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};

use super::acknowledged::{Broken, Left, Standing};
use super::base::Base;
use super::chance::Chance;
use super::cuts::Cuts;
use super::{Common, Promise};
use crate::watch::rest;

/// What to do.
#[derive(clap::Args)]
pub struct FileSystem {
    #[command(flatten)]
    common: Common,
    /// Cuts.
    #[arg(long, default_value_t = 500)]
    rounds: u64,
    /// Cuts of a child that does not wait for the disk, to see that the drill would notice.
    #[arg(long, default_value_t = 20)]
    control: u64,
    /// Writers.
    #[arg(long, default_value_t = 32)]
    writers: usize,
}

/// Beyond so long after the child was ready the disk stops.
const LATEST: Duration = Duration::from_millis(400);

/// Cuts before a fresh installation.
const FRESH_AFTER: u64 = 8;

/// How many bytes the disk has.
const SIZE: u64 = 192 << 20;

/// A disk of its own, and where its file system is mounted.
struct Small {
    image: PathBuf,
    aside: PathBuf,
    served: PathBuf,
    at: PathBuf,
}

/// The process that is the disk.
struct Disk(Child);

impl Small {
    /// Makes it and tries it once; nothing, if this machine does not let us.
    fn make(above: &Path) -> anyhow::Result<Option<Self>> {
        let in_it = |name: &str| above.join(name);
        let small = Self { image: in_it("disk"), aside: in_it("aside"), served: in_it("served"), at: in_it("mounted") };
        std::fs::create_dir_all(&small.at)?;
        std::fs::write(&small.served, [])?;
        std::fs::File::create(&small.image)?.set_len(SIZE)?;
        let formatted = Command::new("mkfs.ext4").args(["-q", "-F"]).arg(&small.image).output();
        if !formatted.is_ok_and(|output| output.status.success()) {
            return Ok(None);
        }
        let Ok(disk) = small.begin("data=ordered") else { return Ok(None) };
        small.stop(disk)?;
        small.mount_what_is_left()?;
        Ok(Some(small))
    }

    fn mount(&self, what: &Path, how: &str) -> anyhow::Result<()> {
        let options = format!("loop,{how}");
        said(Command::new("mount").args(["-t", "ext4", "-o", &options]).arg(what).arg(&self.at))
    }

    fn unmount(&self) -> anyhow::Result<()> {
        said(Command::new("umount").arg(&self.at))
    }

    /// Serves the disk and mounts what is on it.
    fn begin(&self, how: &str) -> anyhow::Result<Disk> {
        let path = |path: &Path| path.to_str().map(str::to_owned).context("a path of this drill");
        let (image, served) = (path(&self.image)?, path(&self.served)?);
        let disk = Command::new("qemu-storage-daemon")
            .args(["--blockdev", &format!("driver=file,node-name=disk,filename={image}")])
            .args(["--export", &format!("type=fuse,id=disk,node-name=disk,mountpoint={served},writable=on")])
            .stderr(Stdio::null())
            .spawn()?;
        let disk = Disk(disk);
        for _ in 0..500 {
            if std::fs::metadata(&self.served)?.len() == SIZE {
                self.mount(&self.served, how)?;
                return Ok(disk);
            }
            rest(Duration::from_millis(10));
        }
        bail!("the disk is not served")
    }

    /// The disk stops where it is, and what is on it is put aside.
    fn stop(&self, mut disk: Disk) -> anyhow::Result<()> {
        said(Command::new("kill").args(["-STOP", &disk.0.id().to_string()]))?;
        std::fs::copy(&self.image, &self.aside)?;
        disk.end()
    }

    /// What was put aside is the disk now, and is mounted without anybody in between.
    fn mount_what_is_left(&self) -> anyhow::Result<()> {
        self.unmount()?;
        said(Command::new("umount").arg("-l").arg(&self.served))?;
        std::fs::rename(&self.aside, &self.image)?;
        self.mount(&self.image, "data=ordered")
    }
}

impl Disk {
    fn end(&mut self) -> anyhow::Result<()> {
        self.0.kill()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ended = self.end();
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        for mounted in [&self.at, &self.served] {
            let _gone = Command::new("umount").arg("-l").arg(mounted).output();
        }
    }
}

fn said(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Cuts.
pub fn run(asked: &FileSystem) -> anyhow::Result<()> {
    println!("filesystem: seed {}, {} cuts under {} writers", asked.common.seed, asked.rounds, asked.writers);
    let folder = tempfile::tempdir()?;
    let Some(small) = Small::make(folder.path())? else {
        let needed = "root, mkfs.ext4, qemu-storage-daemon, FUSE and a loop device are needed";
        ensure!(asked.common.promise() == Promise::Kept, "NOT DONE: {needed}");
        println!("filesystem: NOT DONE: this machine does not let us mount a disk of our own ({needed})");
        return Ok(());
    };
    let base = Base::make(folder.path(), asked.writers)?;
    let control = cuts(asked, &small, &base, "normal", asked.control)?;
    println!(
        "control, commits that do not wait for the disk: {} cuts, {} of them lost answers ({} acts, {} looks)",
        control.done, control.losing, control.lost.acts, control.lost.looks
    );
    ensure!(control.losing > 0, "the drill is blind: nothing was lost where something must be");
    let durability = if asked.common.promise() == Promise::Broken { "normal" } else { "full" };
    let cuts = cuts(asked, &small, &base, durability, asked.rounds)?;
    println!(
        "filesystem: {} cuts, {} answers, {} acts and {} looks lost, {} too many, {} broken; the control lost answers in {} of {}",
        cuts.done,
        cuts.answers,
        cuts.lost.acts,
        cuts.lost.looks,
        cuts.lost.more,
        cuts.broken.len(),
        control.losing,
        control.done
    );
    ensure!(cuts.answers > 0, "nothing was answered: nothing was drilled");
    ensure!(cuts.lost.is_nothing() && cuts.broken.is_empty(), "words were not kept: {:?} {:?}", cuts.lost, cuts.broken);
    Ok(())
}

/// So many cuts. The file system is mounted when it begins, and when it ends.
fn cuts(asked: &FileSystem, small: &Small, base: &Base, durability: &str, rounds: u64) -> anyhow::Result<Cuts> {
    let data = small.at.join("drilled");
    let mut chance = Chance::new(asked.common.seed, 7);
    let mut cuts = Cuts::default();
    let mut before = Standing::default();
    let mut fresh = 0;
    for round in 0..rounds {
        if fresh == 0 {
            base.copy_to(&data)?;
            before = Standing::read(&data)?;
            fresh = FRESH_AFTER;
        }
        fresh -= 1;
        // Whatever the drill itself wrote is on the disk; then mounted as it usually is, or so that data may come after names.
        small.unmount()?;
        let disk = small.begin(if chance.below(2) == 0 { "data=ordered" } else { "data=writeback" })?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["drill", "child", "--round", &round.to_string(), "--durability", durability]);
        command.arg("--data").arg(&data).arg("--cast").arg(&base.cast_file);
        let mut child = Broken::start(command)?;
        child.wait_until_ready(Duration::from_secs(20))?;
        rest(chance.shorter_than(LATEST));
        small.stop(disk)?;
        let words = child.kill()?;
        small.mount_what_is_left()?;
        let found = Left { data: &data, cast: &base.cast, before: &before, words: &words, round }.judge()?;
        match cuts.take(round, durability, &words, found) {
            Some(standing) => before = standing,
            None => fresh = 0,
        }
    }
    Ok(cuts)
}
