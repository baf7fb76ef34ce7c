#pragma once
#include "models/base/result.h"
#include <QFile>
#include <QJsonObject>
#include <memory>
#include <mutex>

namespace vox {

// The server's log: one JSON object a line, with the time. Rotated at 10 MB; four older files are kept beside it. What looks
// like a token is blotted out whoever wrote it. Any thread.
class LogFile {
public:
    // `path` "-": the terminal's error stream. FileUnwritable {path}.
    static Result<std::unique_ptr<LogFile>> open(const QString &path, qint64 rotateAt = 10 << 20);
    void write(QJsonObject line);
    // Goes on in a new file after somebody moved the old one away.
    void reopen();

private:
    LogFile(const QString &path, qint64 rotateAt) : m_path(path), m_rotateAt(rotateAt), m_file(path) {}
    bool openFile();
    void rotate();

    const QString m_path;
    const qint64 m_rotateAt;
    std::mutex m_mutex;
    QFile m_file;
};

// The line without what looks like a token.
QByteArray blotted(QByteArray line);

} // namespace vox
