#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace vox {

// One file that is only appended to. Platform code lives in durable_file.cpp.
class DurableFile {
public:
    // Opens for appending after cutting the file to `keepBytes` (0: a new file). nullptr and `why` on failure.
    static std::unique_ptr<DurableFile> open(const std::filesystem::path &path, std::uint64_t keepBytes, std::string &why);
    virtual ~DurableFile() = default;
    virtual bool write(std::string_view bytes) = 0; // survives the death of this process when true
    virtual bool sync() = 0;                        // survives the death of the machine when true
};

// Puts conversations' events on disk without the conversation waiting: appends are queued and written by one thread for
// all journals, in order, and synced to the medium at most `syncEveryMs` later. Qt-free; a Journal is used by one thread.
class JournalWriter {
public:
    class Journal;
    using Failed = std::function<void(std::string why)>; // on the writer's thread, once

    explicit JournalWriter(int syncEveryMs = 200);
    ~JournalWriter(); // writes and syncs everything that was appended

    std::shared_ptr<Journal> open(const std::filesystem::path &path, Failed failed, std::uint64_t keepBytes = 0);

    class Journal {
    public:
        // One record; returns at once. Dropped silently after a failure was reported.
        void append(std::string_view payload);
        // Calls `done` on the writer's thread once everything appended so far is on the medium, or at once after a failure.
        void flush(std::function<void()> done);

    private:
        friend class JournalWriter;
        explicit Journal(JournalWriter &writer) : m_writer(writer) {}
        JournalWriter &m_writer;
        std::unique_ptr<DurableFile> m_file; // writer's thread only, after open()
        Failed m_failed;
        std::string m_pending;               // guarded by the writer's mutex
        std::vector<std::function<void()>> m_flushes;
        bool m_broken = false;               // guarded by the writer's mutex
        bool m_unsynced = false;             // writer's thread only
    };

private:
    void serve();
    void writeOut(Journal &journal, std::string bytes, std::vector<std::function<void()>> flushes, bool syncNow);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<std::shared_ptr<Journal>> m_journals;
    bool m_dirty = false;
    bool m_ending = false;
    const int m_syncEveryMs;
    std::thread m_thread;
};

} // namespace vox
