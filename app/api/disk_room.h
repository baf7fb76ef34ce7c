#pragma once
#include <QString>
#include <atomic>
#include <chrono>

namespace vox {

// Whether the disk that holds a folder has room for more. Writing stops while there is still a little: a PostgreSQL that
// cannot write its log ends, and then nothing can be read either. Asks the disk once a second at most; any thread.
class DiskRoom {
public:
    static constexpr qint64 reserve = qint64(64) << 20; // bytes

    explicit DiskRoom(QString folder, qint64 least = reserve) : m_folder(std::move(folder)), m_least(least) {}
    bool isFull();

private:
    const QString m_folder;
    const qint64 m_least;
    std::atomic<std::chrono::steady_clock::rep> m_asked = 0;
    std::atomic<bool> m_full = false;
};

} // namespace vox
