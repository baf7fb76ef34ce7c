#include "app/realtime/journal_writer.h"
#include "models/journal/record.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <future>
#ifndef _WIN32
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace vox;

class TestJournalWriter : public QObject {
    Q_OBJECT

    static QList<QByteArray> read(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return {};
        const QByteArray bytes = file.readAll();
        QList<QByteArray> out;
        for (const auto payload : journal::parseRecords({bytes.constData(), size_t(bytes.size())}).payloads)
            out.append(QByteArray(payload.data(), qsizetype(payload.size())));
        return out;
    }

private slots:
    void keepsOrderOfEachJournal()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("a")), second = folder.filePath(QStringLiteral("b"));
        {
            JournalWriter writer;
            auto a = writer.open(first.toStdString(), [](std::string) {});
            auto b = writer.open(second.toStdString(), [](std::string) {});
            for (int i = 0; i < 2000; ++i) {
                a->append(std::to_string(i));
                if (i % 2) b->append(std::to_string(-i));
            }
            a.reset(); // letting go of a journal loses nothing
        }
        const auto written = read(first);
        QCOMPARE(written.size(), 2000);
        for (int i = 0; i < 2000; ++i) QCOMPARE(written[i].toInt(), i);
        QCOMPARE(read(second).size(), 1000);
    }

    void flushAnswersWhenAllIsOnDisk()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        JournalWriter writer(100000); // it would not sync by itself
        auto journal = writer.open(path.toStdString(), [](std::string) {});
        journal->append("one");
        journal->append("two");
        std::promise<void> flushed;
        journal->flush([&] { flushed.set_value(); });
        flushed.get_future().wait();
        QCOMPARE(read(path).size(), 2);
    }

    void continuesAfterTheValidPart()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        std::string bytes;
        journal::appendRecord("kept", bytes);
        const auto valid = bytes.size();
        bytes += "torn";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), qint64(bytes.size()));
        file.close();
        {
            JournalWriter writer;
            writer.open(path.toStdString(), [](std::string) {}, valid)->append("after");
        }
        QCOMPARE(read(path), (QList<QByteArray>{"kept", "after"}));
    }

    void saysWhyItCannotOpen()
    {
        QTemporaryDir folder;
        JournalWriter writer;
        std::string why;
        auto journal = writer.open(folder.filePath(QStringLiteral("missing/a")).toStdString(), [&](std::string reason) { why = reason; });
        QVERIFY(!why.empty());
        journal->append("lost, but harmless");
        bool answered = false;
        journal->flush([&] { answered = true; });
        QVERIFY(answered);
    }

#ifndef _WIN32
    void survivesKill()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        int acknowledged[2];
        QCOMPARE(::pipe(acknowledged), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto *writer = new JournalWriter;
            auto journal = writer->open(path.toStdString(), [](std::string) {});
            for (int i = 0;; ++i) {
                journal->append(std::to_string(i));
                std::promise<void> done;
                journal->flush([&] { done.set_value(); });
                done.get_future().wait();
                if (::write(acknowledged[1], &i, sizeof i) != sizeof i) ::_exit(1);
            }
        }
        int last = -1;
        while (last < 50) QCOMPARE(::read(acknowledged[0], &last, sizeof last), ssize_t(sizeof last));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(acknowledged[1]);
        for (int next = 0; ::read(acknowledged[0], &next, sizeof next) == sizeof next;) last = next;
        ::close(acknowledged[0]);
        const auto written = read(path);
        QVERIFY2(written.size() > last, "an acknowledged event was lost");
        for (int i = 0; i < written.size(); ++i) QCOMPARE(written[i].toInt(), i);
    }
#endif
};

QTEST_GUILESS_MAIN(TestJournalWriter)
#include "test_journal_writer.moc"
