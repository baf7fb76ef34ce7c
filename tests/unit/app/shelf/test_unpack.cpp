#include "app/shelf/unpack.h"
#include <QDirIterator>
#include <QtTest>
#include <archive.h>
#include <archive_entry.h>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QByteArray path, content;
    unsigned type = AE_IFREG;
};

QByteArray pack(const QList<Entry> &entries, bool zip)
{
    QByteArray out(1 << 20, '\0');
    size_t used = 0;
    archive *writer = archive_write_new();
    if (zip) archive_write_set_format_zip(writer);
    else archive_write_set_format_pax_restricted(writer), archive_write_add_filter_gzip(writer);
    archive_write_open_memory(writer, out.data(), size_t(out.size()), &used);
    for (const Entry &one : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, one.path.constData());
        archive_entry_set_filetype(entry, one.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, one.content.size());
        if (one.type == AE_IFLNK) archive_entry_set_symlink(entry, "/etc/passwd");
        archive_write_header(writer, entry);
        archive_write_data(writer, one.content.constData(), size_t(one.content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    out.truncate(qsizetype(used));
    return out;
}

QString keep(const QTemporaryDir &dir, const QByteArray &bytes)
{
    QFile file(dir.filePath(u"archive"_s));
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
    return file.fileName();
}

QStringList filesIn(const QString &folder)
{
    QStringList out;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) out.append(QDir(folder).relativeFilePath(it.next()));
    out.sort();
    return out;
}

} // namespace

class TestUnpack : public QObject {
    Q_OBJECT

private slots:
    void unpacks_data()
    {
        QTest::addColumn<bool>("zip");
        QTest::newRow("zip") << true;
        QTest::newRow("tar.gz") << false;
    }
    void unpacks()
    {
        QFETCH(bool, zip);
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"out"_s));
        const QString archive = keep(dir, pack({{"model/am/final.mdl", "weights"}, {"model/README", "words"}}, zip));
        QVERIFY(isArchive(archive));
        QVERIFY(unpackArchive(archive, dir.filePath(u"out"_s)));
        QCOMPARE(filesIn(dir.filePath(u"out"_s)), (QStringList{u"model/README"_s, u"model/am/final.mdl"_s}));
        QFile file(dir.filePath(u"out/model/am/final.mdl"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "weights");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<unsigned>("type");
        QTest::newRow("upwards") << QByteArray("../evil") << unsigned(AE_IFREG);
        QTest::newRow("upwards within") << QByteArray("a/../../evil") << unsigned(AE_IFREG);
        QTest::newRow("absolute") << QByteArray("/tmp/evil") << unsigned(AE_IFREG);
        QTest::newRow("a drive") << QByteArray("c:/evil") << unsigned(AE_IFREG);
        QTest::newRow("backslash") << QByteArray("..\\evil") << unsigned(AE_IFREG);
        QTest::newRow("link") << QByteArray("link") << unsigned(AE_IFLNK);
        QTest::newRow("pipe") << QByteArray("pipe") << unsigned(AE_IFIFO);
    }
    void refuses()
    {
        QFETCH(QByteArray, path);
        QFETCH(unsigned, type);
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"out"_s));
        const auto unpacked = unpackArchive(keep(dir, pack({{path, type == AE_IFREG ? "x" : "", type}}, false)), dir.filePath(u"out"_s));
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, Error::Code::BadValue);
        QCOMPARE(filesIn(dir.path()), QStringList{u"archive"_s});
    }

    void limits()
    {
        QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"out"_s));
        const QString archive = keep(dir, pack({{"a", QByteArray(500, 'x')}, {"b", QByteArray(500, 'x')}}, true));
        QCOMPARE(unpackArchive(archive, dir.filePath(u"out"_s), {1, 10000}).error().code, Error::Code::TooLarge);
        QVERIFY(QDir(dir.path()).mkdir(u"out2"_s));
        QCOMPARE(unpackArchive(archive, dir.filePath(u"out2"_s), {10, 900}).error().code, Error::Code::TooLarge);
    }

    void hostileBytes()
    {
        std::mt19937 random(9);
        const QByteArray good = pack({{"model/am/final.mdl", QByteArray(300, 'w')}, {"model/conf/mfcc.conf", "c"}}, true);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = good;
            for (int change = 0; change < 6; ++change) bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            bytes.truncate(qsizetype(random() % unsigned(bytes.size() + 1)));
            QTemporaryDir dir;
            QVERIFY(QDir(dir.path()).mkpath(u"in/out"_s));
            (void)unpackArchive(keep(dir, bytes), dir.filePath(u"in/out"_s), {100, 100000}).hasValue();
            const QStringList files = filesIn(dir.path());
            for (const QString &file : files) QVERIFY2(file == u"archive"_s || file.startsWith(u"in/out/"_s), qUtf8Printable(file));
        }
    }
};

QTEST_GUILESS_MAIN(TestUnpack)
#include "test_unpack.moc"
