#include "app/server/log_file.h"
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <cstdio>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKept = 4;

bool isTokenByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

} // namespace

QByteArray blotted(QByteArray line)
{
    constexpr qsizetype kPrefix = 4, kShown = 8;
    for (const char *prefix : {"vxs_", "vxk_", "vxi_", "vxr_"})
        for (qsizetype at = line.indexOf(prefix); at >= 0; at = line.indexOf(prefix, at + kPrefix)) {
            qsizetype end = at + kPrefix;
            while (end < line.size() && isTokenByte(line[end])) ++end;
            if (end - at > kShown) line.replace(at + kShown, end - at - kShown, "...");
        }
    return line;
}

Result<std::unique_ptr<LogFile>> LogFile::open(const QString &path, qint64 rotateAt)
{
    std::unique_ptr<LogFile> log(new LogFile(path, rotateAt));
    if (path == "-"_L1) {
        if (!log->m_file.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered)) return Error(Error::Code::FileUnwritable, {path});
        return log;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!log->openFile()) return Error(Error::Code::FileUnwritable, {path}, log->m_file.errorString());
    return log;
}

bool LogFile::openFile()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) return false;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

void LogFile::reopen()
{
    const std::lock_guard lock(m_mutex);
    if (m_path == "-"_L1) return;
    m_file.close();
    openFile();
}

void LogFile::write(QJsonObject line)
{
    line.insert(u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    // JSON escapes line breaks and control characters: a line is one line whatever came in.
    const QByteArray text = blotted(QJsonDocument(line).toJson(QJsonDocument::Compact)) + '\n';
    const std::lock_guard lock(m_mutex);
    if (m_path != "-"_L1 && m_file.isOpen() && m_file.size() > m_rotateAt) rotate();
    // A disk that was full, or a folder that was away, may be back.
    if (!m_file.isOpen() && !openFile()) return;
    m_file.write(text);
}

void LogFile::rotate()
{
    m_file.close();
    QFile::remove(m_path + u'.' + QString::number(kKept));
    for (int i = kKept - 1; i > 0; --i) QFile::rename(m_path + u'.' + QString::number(i), m_path + u'.' + QString::number(i + 1));
    QFile::rename(m_path, m_path + u".1"_s);
    openFile();
}

} // namespace vox
