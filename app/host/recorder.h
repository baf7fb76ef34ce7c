#pragma once
#include "app/realtime/executor.h"
#include "app/realtime/journal_writer.h"
#include "app/sound/stereo_recorder.h"
#include "models/conversation/event.h"
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace vox {

// Keeps one conversation: both lanes as audio.wav, events as events.log, in its folder. Owned by the conversation and used
// on its executor; files are touched on the disk thread and the journal's thread only, so a slow disk delays nobody.
class Recorder {
public:
    using Failed = std::function<void(const Error &)>; // on the disk or journal thread
    // `disk` and `journals` outlive the recorder and what it left to do. Opens files: call it on a pool.
    static std::unique_ptr<Recorder> open(const QString &folder, Executor &disk, JournalWriter &journals, Failed failed);
    ~Recorder();

    enum class Disk { KeepsUp, IsBehind };
    // The caller's 10 ms and what was heard of the agent in them. Does not allocate while the disk keeps up.
    Disk append(const AudioBlock &caller, const AudioBlock &agent);
    // Calls `done` on the disk thread once all sound so far was written.
    void onceWritten(Executor::Task done) { m_disk.post(std::move(done)); }
    void append(const ConversationEvent &event);
    // Calls `done` once every event so far is on the medium, or cannot be; on another thread, or at once.
    void onceSafe(std::function<void()> done) { m_journal->flush(std::move(done)); }
    // Writes everything out and closes the files, then calls `done` on another thread. Nothing may be appended after it.
    void finish(std::function<void()> done);

private:
    struct Block {
        AudioBlock caller, agent;
    };
    struct Sound;
    static constexpr std::size_t kHandOver = 10;

    Recorder(Executor &disk, std::shared_ptr<Sound> sound, std::shared_ptr<JournalWriter::Journal> journal);
    Disk handOver();

    Executor &m_disk;
    std::shared_ptr<Sound> m_sound; // shared with the disk thread
    std::shared_ptr<JournalWriter::Journal> m_journal;
    std::vector<Block> m_filling;
    bool m_finished = false;
};

} // namespace vox
