#include "app/workspace/backup_file.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr char firstLine[] = "voxdesk-backup 1\n";
constexpr qint64 longestLine = 64 << 10;
constexpr qint64 largestRecord = 64 << 20;

QString hexHash(const QByteArray &bytes) { return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()); }

QByteArray lineOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

} // namespace

Result<void> BackupWriter::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size()) return Error(Error::Code::FileUnwritable, {m_path}, m_file.errorString());
    m_hash.addData(bytes);
    return {};
}

Result<void> BackupWriter::begin()
{
    m_path = m_file.fileName();
    m_file.setFileName(m_path + u".part"_s);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) return Error(Error::Code::FileUnwritable, {m_path}, m_file.errorString());
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // what customers said is in it
    return write(firstLine);
}

Result<void> BackupWriter::add(const BackupRecord &record)
{
    QJsonObject head = record.facts;
    head.insert(u"type"_s, record.type);
    head.insert(u"size"_s, record.bytes.size());
    head.insert(u"sha256"_s, hexHash(record.bytes));
    ++m_count;
    auto written = write(lineOf(head));
    if (written) written = write(record.bytes + '\n');
    return written;
}

Result<void> BackupWriter::end()
{
    const QByteArray hash = m_hash.result().toHex();
    auto written = write(lineOf({{u"type"_s, u"end"_s}, {u"records"_s, m_count}, {u"sha256"_s, QString::fromLatin1(hash)}}));
    if (!written) return written;
    m_file.close();
    QFile::remove(m_path);
    if (m_file.error() != QFileDevice::NoError || !m_file.rename(m_path)) return Error(Error::Code::FileUnwritable, {m_path}, m_file.errorString());
    return {};
}

Result<void> BackupReader::begin()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error(m_file.exists() ? Error::Code::FileUnreadable : Error::Code::FileNotFound, {m_file.fileName()}, m_file.errorString());
    if (m_file.readLine(longestLine) != firstLine) return broken(u"first line"_s);
    m_hash.addData(QByteArray(firstLine));
    return {};
}

Result<std::optional<BackupRecord>> BackupReader::next()
{
    const QByteArray line = m_file.readLine(longestLine);
    if (line.isEmpty()) return broken(u"the end is missing"_s);
    const QJsonObject head = QJsonDocument::fromJson(line).object();
    BackupRecord record{head.value("type"_L1).toString(), head, {}};
    if (record.type == "end"_L1) {
        const bool whole = head.value("sha256"_L1).toString().toLatin1() == m_hash.result().toHex() &&
                           head.value("records"_L1).toInteger(-1) == m_count && m_file.atEnd();
        if (!whole) return broken(u"hash of the whole"_s);
        return std::optional<BackupRecord>();
    }
    const qint64 size = head.value("size"_L1).toInteger(-1);
    if (record.type.isEmpty() || size < 0 || size > largestRecord) return broken(u"record %1"_s.arg(m_count));
    record.bytes = m_file.read(size);
    const QByteArray after = m_file.read(1);
    if (record.bytes.size() != size || after != "\n" || hexHash(record.bytes) != head.value("sha256"_L1).toString())
        return broken(u"record %1"_s.arg(m_count));
    m_hash.addData(line);
    m_hash.addData(record.bytes + '\n');
    ++m_count;
    return std::optional(record);
}

Result<qint64> readBackup(const QString &path, const std::function<Result<void>(const BackupRecord &)> &take)
{
    BackupReader reader(path);
    if (const auto begun = reader.begin(); !begun) return begun.error();
    for (qint64 count = 0;; ++count) {
        const auto record = reader.next();
        if (!record) return record.error();
        if (!*record) return count;
        if (!take) continue;
        if (const auto taken = take(**record); !taken) return taken.error();
    }
}

} // namespace vox
