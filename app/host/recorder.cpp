#include "app/host/recorder.h"
#include "models/conversation/log.h"
#include <QDir>

using namespace Qt::StringLiterals;

namespace vox {

struct Recorder::Sound {
    std::mutex mutex;
    std::vector<Block> pending; // guarded by mutex
    std::vector<Block> writing; // disk thread, as the rest
    std::unique_ptr<StereoRecorder> file;
    Failed failed;

    void write()
    {
        {
            const std::lock_guard lock(mutex);
            writing.swap(pending);
        }
        for (const Block &block : writing) {
            if (!file) break;
            const auto written = file->append(block.caller, block.agent);
            if (!written) {
                file.reset();
                failed(written.error());
            }
        }
        writing.clear();
    }
};

std::unique_ptr<Recorder> Recorder::open(const QString &folder, Executor &disk, JournalWriter &journals, Failed failed)
{
    auto sound = std::make_shared<Sound>();
    sound->failed = failed;
    sound->pending.reserve(kHandOver * 2);
    sound->writing.reserve(kHandOver * 2);
    if (!QDir().mkpath(folder)) failed({Error::Code::FileUnwritable, {folder}});
    auto file = StereoRecorder::open(folder + "/audio.wav"_L1);
    if (file) sound->file = std::move(*file);
    else failed(file.error());
    const QString log = folder + "/events.log"_L1;
    auto journal = journals.open(log.toStdU16String(), [failed, log](std::string why) {
        failed({Error::Code::FileUnwritable, {log}, QString::fromStdString(why)});
    });
    return std::unique_ptr<Recorder>(new Recorder(disk, std::move(sound), std::move(journal)));
}

Recorder::Recorder(Executor &disk, std::shared_ptr<Sound> sound, std::shared_ptr<JournalWriter::Journal> journal)
    : m_disk(disk), m_sound(std::move(sound)), m_journal(std::move(journal))
{
    m_filling.reserve(kHandOver);
}

Recorder::~Recorder()
{
    if (!m_finished) finish({});
}

Recorder::Disk Recorder::append(const AudioBlock &caller, const AudioBlock &agent)
{
    m_filling.push_back({caller, agent});
    return m_filling.size() >= kHandOver ? handOver() : Disk::KeepsUp;
}

Recorder::Disk Recorder::handOver()
{
    Disk disk = Disk::KeepsUp;
    {
        const std::lock_guard lock(m_sound->mutex);
        // Ten blocks in either hand: what comes next would need more memory unless these are written before.
        if (!m_sound->pending.empty()) disk = Disk::IsBehind;
        m_sound->pending.insert(m_sound->pending.end(), m_filling.begin(), m_filling.end());
    }
    m_filling.clear();
    // A bare pointer, so that the task needs no memory; finish() keeps the sound alive behind all tasks.
    m_disk.post([sound = m_sound.get()] { sound->write(); });
    return disk;
}

void Recorder::append(const ConversationEvent &event)
{
    const QByteArray payload = encodeEvent(event);
    m_journal->append({payload.constData(), std::size_t(payload.size())});
}

void Recorder::finish(std::function<void()> done)
{
    m_finished = true;
    (void)handOver();
    m_disk.post([sound = m_sound, journal = m_journal, done = std::move(done)] {
        if (sound->file) {
            const auto finished = sound->file->finish();
            if (!finished) sound->failed(finished.error());
            sound->file.reset();
        }
        journal->flush([done] { if (done) done(); });
    });
}

} // namespace vox
