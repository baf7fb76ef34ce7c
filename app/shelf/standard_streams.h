#pragma once
#include <QByteArray>
#include <mutex>

namespace vox {

// The two standard streams of a child as pipes for frames. From then on whatever libraries print lands on the standard
// error. Reading blocks one thread, any may write.
class StandardStreams {
public:
    StandardStreams();
    // What has come, at least a byte; empty at the end.
    QByteArray read();
    void write(const QByteArray &bytes); // whole; nobody reading any more ends the process
private:
    std::mutex m_mutex;
    int m_out = -1;
};

} // namespace vox
