//! The desk: threads that do the work of requests, so that nothing that waits for a disk waits on the network's threads.
//!
//! A bounded number of requests wait; one more is told to come back later. When more is asked than can be answered, what is
//! answered is answered in time: a request that waited too long is turned away instead of being done late, and one whose
//! asker has gone is not done at all. What gets people in, and what tells whether the program is there, has a door of its
//! own; the last places are kept for what somebody does, against what somebody reads.

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Sender, TrySendError, bounded};
use tokio::sync::oneshot;
use tokio::time::Instant;

type Work = Box<dyn FnOnce() + Send>;

/// Longest wait for a thread. A reader would have given up, or asked again.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// Of so many places that may wait, one is kept for what somebody does.
const KEPT: usize = 10;

/// Threads and places at the door.
const DOOR: (usize, usize) = (4, 64);

/// What a request wants of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// To get in, or to know whether the program is there: nothing of anybody.
    Door,
    /// To see something.
    Reads,
    /// To do something.
    Does,
}

/// Pools of working threads.
pub struct Desk {
    door: Queue,
    inside: Queue,
    waiting: usize,
}

/// Why a request was not taken to the desk, or did not come back from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskTrouble {
    /// Too many wait already, or this one waited too long. It was not begun.
    Full,
    /// The work was lost: it panicked, or the desk is closing.
    Lost,
}

impl Desk {
    /// Opens a desk with so many threads, at which so many requests may wait; a few more of each stand at the door.
    pub fn open(threads: usize, waiting: usize) -> std::io::Result<Self> {
        let door = Queue::open("door", DOOR.0, DOOR.1)?;
        Ok(Self { door, inside: Queue::open("desk", threads, waiting)?, waiting })
    }

    /// Requests that wait for a thread.
    pub fn waiting(&self) -> usize {
        self.inside.queue.len()
    }

    /// Does the work on a thread of the desk.
    pub async fn take<T: Send + 'static>(
        &self,
        lane: Lane,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, DeskTrouble> {
        let queue = match lane {
            Lane::Door => &self.door,
            Lane::Reads if self.waiting() >= places_for_reading(self.waiting) => return Err(DeskTrouble::Full),
            Lane::Reads | Lane::Does => &self.inside,
        };
        queue.take(work).await
    }
}

/// How many may wait to see something. At the least one, or nobody could.
fn places_for_reading(waiting: usize) -> usize {
    waiting.saturating_sub(waiting / KEPT).max(1)
}

struct Queue {
    queue: Sender<Work>,
}

impl Queue {
    fn open(name: &str, threads: usize, waiting: usize) -> std::io::Result<Self> {
        let (queue, incoming) = bounded::<Work>(waiting);
        for number in 0..threads {
            let incoming = incoming.clone();
            thread::Builder::new().name(format!("{name}-{number}")).spawn(move || {
                for work in incoming {
                    // A panic costs one request, never the thread.
                    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err() {
                        tracing::error!("a request panicked at the desk");
                    }
                }
            })?;
        }
        Ok(Self { queue })
    }

    async fn take<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, DeskTrouble> {
        let (answer, awaited) = oneshot::channel();
        let came = Instant::now();
        let work = Box::new(move || {
            if answer.is_closed() {
                return;
            }
            let done = if came.elapsed() > PATIENCE { Err(DeskTrouble::Full) } else { Ok(work()) };
            let _gone = answer.send(done);
        });
        match self.queue.try_send(work) {
            Ok(()) => awaited.await.unwrap_or(Err(DeskTrouble::Lost)),
            Err(TrySendError::Full(_)) => Err(DeskTrouble::Full),
            Err(TrySendError::Disconnected(_)) => Err(DeskTrouble::Lost),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// A desk of one thread, which is busy until something is sent; and as many who wait as may.
    struct Busy {
        desk: Arc<Desk>,
        runtime: tokio::runtime::Runtime,
        release: Sender<()>,
        done: Receiver<&'static str>,
        say: Sender<&'static str>,
    }

    fn busy(waiting: usize) -> Busy {
        let desk = Arc::new(Desk::open(1, waiting).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let (release, released) = channel::<()>();
        let (begun, begins) = channel();
        let holding = Arc::clone(&desk);
        let (say, done) = channel();
        let first = runtime.spawn(async move {
            holding
                .take(Lane::Does, move || {
                    begun.send(()).unwrap();
                    released.recv().unwrap();
                })
                .await
        });
        // Poll it once, so that the work is at the desk.
        runtime.block_on(async { tokio::task::yield_now().await });
        begins.recv().unwrap();
        drop(first);
        Busy { desk, runtime, release, done, say }
    }

    impl Busy {
        /// Puts a request into the line, and gives what will answer it.
        fn waits(&self, lane: Lane, what: &'static str) -> tokio::task::JoinHandle<Result<(), DeskTrouble>> {
            let (desk, say) = (Arc::clone(&self.desk), self.say.clone());
            let waits = self.runtime.spawn(async move { desk.take(lane, move || say.send(what).unwrap()).await });
            self.runtime.block_on(async { tokio::task::yield_now().await });
            waits
        }

        fn answer(&self, waits: tokio::task::JoinHandle<Result<(), DeskTrouble>>) -> Result<(), DeskTrouble> {
            self.runtime.block_on(waits).unwrap()
        }
    }

    #[test]
    fn the_last_places_are_for_what_somebody_does_and_one_more_is_told_to_come_back() {
        let busy = busy(10);
        let reading: Vec<_> = (0..9).map(|_| busy.waits(Lane::Reads, "read")).collect();
        let too_many = busy.waits(Lane::Reads, "never");
        assert_eq!(busy.answer(too_many), Err(DeskTrouble::Full));
        let doing = busy.waits(Lane::Does, "done");
        let too_many = busy.waits(Lane::Does, "never");
        assert_eq!(busy.answer(too_many), Err(DeskTrouble::Full));
        busy.release.send(()).unwrap();
        for waits in reading {
            assert_eq!(busy.answer(waits), Ok(()));
        }
        assert_eq!(busy.answer(doing), Ok(()));
        assert_eq!(busy.done.try_iter().filter(|what| *what == "never").count(), 0);
    }

    #[test]
    fn at_the_door_one_is_answered_however_long_the_line_inside_is() {
        let busy = busy(1);
        let _inside = busy.waits(Lane::Does, "done");
        let in_by_the_door = busy.waits(Lane::Door, "in");
        assert_eq!(busy.answer(in_by_the_door), Ok(()));
        assert_eq!(busy.done.recv().unwrap(), "in");
        busy.release.send(()).unwrap();
    }

    #[test]
    fn what_nobody_waits_for_any_more_is_not_done() {
        let busy = busy(10);
        let gone = busy.waits(Lane::Does, "never");
        gone.abort();
        busy.runtime.block_on(async { tokio::task::yield_now().await });
        let stays = busy.waits(Lane::Does, "done");
        busy.release.send(()).unwrap();
        assert_eq!(busy.answer(stays), Ok(()));
        assert_eq!(busy.done.try_iter().collect::<Vec<_>>(), ["done"]);
    }

    #[test]
    fn somebody_can_always_wait_to_read() {
        assert_eq!([1, 9, 10, 512].map(places_for_reading), [1, 9, 9, 461]);
    }
}
