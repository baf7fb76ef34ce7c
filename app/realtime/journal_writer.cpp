#include "app/realtime/journal_writer.h"
#include "models/journal/record.h"
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

namespace vox {

JournalWriter::JournalWriter(int syncEveryMs) : m_syncEveryMs(syncEveryMs), m_thread([this] { serve(); }) {}

JournalWriter::~JournalWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

std::shared_ptr<JournalWriter::Journal> JournalWriter::open(const std::filesystem::path &path, Failed failed, std::uint64_t keepBytes)
{
    std::shared_ptr<Journal> journal(new Journal(*this));
    std::string why;
    journal->m_file = DurableFile::open(path, keepBytes, why);
    if (!journal->m_file) {
        journal->m_broken = true;
        failed(why);
        return journal;
    }
    journal->m_failed = std::move(failed);
    const std::lock_guard lock(m_mutex);
    m_journals.push_back(journal);
    return journal;
}

void JournalWriter::Journal::append(std::string_view payload)
{
    {
        const std::lock_guard lock(m_writer.m_mutex);
        if (m_broken) return;
        journal::appendRecord(payload, m_pending);
        m_writer.m_dirty = true;
    }
    m_writer.m_wake.notify_one();
}

void JournalWriter::Journal::flush(std::function<void()> done)
{
    {
        const std::lock_guard lock(m_writer.m_mutex);
        if (!m_broken) {
            m_flushes.push_back(std::move(done));
            m_writer.m_dirty = true;
            m_writer.m_wake.notify_one();
            return;
        }
    }
    done();
}

void JournalWriter::writeOut(Journal &journal, std::string bytes, std::vector<std::function<void()>> flushes, bool syncNow)
{
    bool good = bytes.empty() || journal.m_file->write(bytes);
    if (!bytes.empty()) journal.m_unsynced = true;
    if (good && journal.m_unsynced && (syncNow || !flushes.empty())) {
        good = journal.m_file->sync();
        journal.m_unsynced = false;
    }
    if (!good) {
        const std::string why = std::strerror(errno);
        {
            const std::lock_guard lock(m_mutex);
            journal.m_broken = true;
            journal.m_pending.clear();
        }
        if (journal.m_failed) journal.m_failed(why);
    }
    for (const auto &done : flushes) done();
}

void JournalWriter::serve()
{
    using namespace std::chrono;
    auto lastSync = steady_clock::now();
    bool unsynced = false;
    for (;;) {
        std::vector<std::shared_ptr<Journal>> journals;
        std::vector<std::pair<std::string, std::vector<std::function<void()>>>> work;
        bool ending = false;
        {
            std::unique_lock lock(m_mutex);
            const auto ready = [this] { return m_dirty || m_ending; };
            if (unsynced) m_wake.wait_until(lock, lastSync + milliseconds(m_syncEveryMs), ready);
            else m_wake.wait(lock, ready);
            m_dirty = false;
            ending = m_ending;
            journals = m_journals;
            // Nobody but this list holds a journal that was let go: write what is left of it, then forget it.
            std::erase_if(m_journals, [](const auto &journal) { return journal.use_count() <= 2; });
            for (const auto &journal : journals)
                work.emplace_back(std::exchange(journal->m_pending, {}), std::exchange(journal->m_flushes, {}));
        }
        const auto now = steady_clock::now();
        const bool syncNow = ending || now - lastSync >= milliseconds(m_syncEveryMs);
        unsynced = false;
        for (std::size_t i = 0; i < journals.size(); ++i) {
            const bool last = journals[i].use_count() == 1;
            writeOut(*journals[i], std::move(work[i].first), std::move(work[i].second), syncNow || last);
            unsynced = unsynced || journals[i]->m_unsynced;
        }
        if (syncNow) lastSync = now;
        if (ending) {
            const std::lock_guard lock(m_mutex);
            if (!m_dirty) return;
        }
    }
}

} // namespace vox
