#include "app/shelf/unpack.h"
#include <QDir>
#include <QFile>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Reader = std::unique_ptr<archive, int (*)(archive *)>;

Reader openArchive(const QString &path)
{
    Reader reader(archive_read_new(), archive_read_free);
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK) reader.reset();
    return reader;
}

Error unreadable(const QString &path, archive *reader)
{
    return Error(Error::Code::FileUnreadable, {path}, QString::fromUtf8(archive_error_string(reader)));
}

// A path that stays below the folder it is unpacked into, on Windows too.
bool isInside(const QString &path)
{
    if (path.isEmpty() || path.startsWith(u'/') || path.contains(u'\\') || path.contains(u':') || path.contains(QChar(0))) return false;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return !parts.isEmpty() && !parts.contains(u".."_s);
}

Result<qint64> writeFile(archive *reader, const QString &source, const QString &path, qint64 most, qint64 before, const GoOn &goOn)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error(Error::Code::FileUnwritable, {path}, file.errorString());
    qint64 written = 0;
    for (;;) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(reader, &block, &size, &offset);
        if (status == ARCHIVE_EOF) return written;
        if (status != ARCHIVE_OK) return unreadable(source, reader);
        written += qint64(size);
        if (goOn && !goOn(before + written)) return Error(Error::Code::Cancelled);
        if (written > most) return Error(Error::Code::TooLarge, {source, QString::number(most)});
        if (file.pos() != qint64(offset)) return Error(Error::Code::BadValue, {path, u"sparse"_s}); // no model has holes
        if (file.write(static_cast<const char *>(block), qint64(size)) != qint64(size)) return Error(Error::Code::FileUnwritable, {path}, file.errorString());
    }
}

} // namespace

bool isArchive(const QString &path)
{
    const Reader reader = openArchive(path);
    archive_entry *entry = nullptr;
    return reader && archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK;
}

Result<void> unpackArchive(const QString &path, const QString &into, const UnpackLimits &limits, const GoOn &goOn)
{
    const Reader reader = openArchive(path);
    if (!reader) return Error(Error::Code::FileUnreadable, {path});
    qint64 files = 0, bytes = 0;
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) break;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return unreadable(path, reader.get());
        const char *utf8 = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
        if (archive_entry_filetype(entry) == AE_IFDIR && isInside(name)) continue; // made with their files
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) || !isInside(name))
            return Error(Error::Code::BadValue, {path, name});
        if (++files > limits.files) return Error(Error::Code::TooLarge, {path, QString::number(limits.files)});
        const auto written = writeFile(reader.get(), path, into + u'/' + name, limits.bytes - bytes, bytes, goOn);
        if (!written) return written.error();
        bytes += *written;
    }
    if (files == 0) return Error(Error::Code::FileUnreadable, {path}, u"empty"_s);
    return {};
}

} // namespace vox
