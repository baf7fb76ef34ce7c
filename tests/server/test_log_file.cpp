#include "app/server/log_file.h"
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace vox;
using namespace Qt::StringLiterals;

// The server's log: how large it gets, who may read it, and what never stands in it.
class TestLogFile : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"log"_s);
    }

    // However much is written from however many threads: five files at most, each about as large as was said, no line torn.
    void staysSmall()
    {
        auto log = LogFile::open(m_path, 10'000);
        QVERIFY(log);
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&log, t] {
                for (int i = 0; i < 500; ++i) (*log)->write({{u"thread"_s, t}, {u"n"_s, i}, {u"text"_s, QString(100, u'x')}});
            });
        for (std::thread &thread : threads) thread.join();
        QCOMPARE(files(), (QStringList{u"log"_s, u"log.1"_s, u"log.2"_s, u"log.3"_s, u"log.4"_s}));
        int last = -1;
        for (const QString &name : files()) {
            const QByteArray text = bytes(m_folder->filePath(name));
            QVERIFY(text.size() < 11'000);
            for (const QByteArray &line : text.trimmed().split('\n')) QVERIFY(QJsonDocument::fromJson(line).isObject());
            QVERIFY(!(QFile::permissions(m_folder->filePath(name)) & (QFile::ReadGroup | QFile::ReadOther)));
        }
        for (const QByteArray &line : bytes(m_path).trimmed().split('\n')) last = std::max(last, QJsonDocument::fromJson(line)["n"_L1].toInt());
        QCOMPARE(last, 499); // the newest lines are in the newest file
    }

    // As other programs do it: the file is moved away, then the server is told.
    void goesOnInANewFile()
    {
        auto log = LogFile::open(m_path);
        (*log)->write({{u"n"_s, 1}});
        QVERIFY(QFile::rename(m_path, m_path + u".old"_s));
        (*log)->write({{u"n"_s, 2}});
        QVERIFY(!QFile::exists(m_path));
        (*log)->reopen();
        (*log)->write({{u"n"_s, 3}});
        QCOMPARE(bytes(m_path + u".old"_s).count('\n'), 2);
        QCOMPARE(bytes(m_path).count('\n'), 1);
    }

    void comesBackWithItsFolder()
    {
        const QString inside = m_folder->filePath(u"sub/log"_s);
        auto log = LogFile::open(inside);
        QVERIFY(log);
        QVERIFY(QDir(m_folder->filePath(u"sub"_s)).removeRecursively());
        (*log)->reopen(); // nowhere to go
        (*log)->write({{u"n"_s, 1}});
        QVERIFY(QDir().mkpath(m_folder->filePath(u"sub"_s)));
        (*log)->write({{u"n"_s, 2}});
        QCOMPARE(bytes(inside).count('\n'), 1);
    }

    void secretsAreBlotted_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *prefix : {"vxs_", "vxk_", "vxi_", "vxr_"}) {
            QTest::newRow(prefix) << QString::fromLatin1(prefix) + u"abcdSECRETabcd_-9"_s;
            QTest::newRow(QByteArray(prefix) + " within") << u"/api/v1/agents/x%20"_s + QString::fromLatin1(prefix) + u"abcdSECRET?"_s;
            QTest::newRow(QByteArray(prefix) + " twice") << QString::fromLatin1(prefix).repeated(2) + u"abcdSECRET "_s + QString::fromLatin1(prefix) + u"zzzzSECRET"_s;
        }
    }
    void secretsAreBlotted()
    {
        QFETCH(QString, text);
        auto log = LogFile::open(m_path);
        (*log)->write({{u"path"_s, text}, {u"deep"_s, QJsonObject{{u"error"_s, text}}}, {text, 1}});
        const QByteArray line = bytes(m_path);
        QVERIFY2(!line.contains("SECRET"), line);
        QVERIFY(QJsonDocument::fromJson(line).isObject());
    }

    // What came in cannot write lines of its own.
    void oneLineEach()
    {
        auto log = LogFile::open(m_path);
        (*log)->write({{u"path"_s, u"a\r\n{\"what\":\"forged\"}\n\u2028\x1b[2J"_s}});
        QCOMPARE(bytes(m_path).count('\n'), 1);
        QVERIFY(!bytes(m_path).contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_log_file.moc"
