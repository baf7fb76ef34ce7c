#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// A program that crashes with secrets in its memory leaves no dump of it.
class TestCoreDumps : public QObject {
    Q_OBJECT

    QTcpServer m_silent; // a database that never answers

    // Starts it where dumps are allowed, waits until it is at work, aborts it. Answers its status as waitpid() gives it.
    static int abortedStatus(const QStringList &command, const QString &folder, bool untilPrivate)
    {
        QByteArrayList words;
        for (const QString &word : command) words.append(word.toUtf8());
        std::vector<char *> arguments;
        for (QByteArray &word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const QByteArray place = folder.toUtf8();
        int input[2] = {-1, -1};
        if (::pipe(input) != 0) return -1;
        const pid_t child = ::fork();
        if (child == 0) {
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            ::setrlimit(RLIMIT_CORE, &limit);
            ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
            ::dup2(input[0], 0); // nothing ever comes: it waits
            ::close(input[1]);
            if (::chdir(place.constData()) == 0) ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(input[0]);
        static const QRegularExpression none(u"Max core file size +0 +0"_s);
        const auto isPrivate = [child] {
            QFile limits(u"/proc/%1/limits"_s.arg(child));
            return limits.open(QIODevice::ReadOnly) && none.match(QString::fromLatin1(limits.readAll())).hasMatch();
        };
        const auto runs = [child, &command] {
            QFile line(u"/proc/%1/cmdline"_s.arg(child));
            return line.open(QIODevice::ReadOnly) && line.readAll().startsWith(command.first().toUtf8());
        };
        const bool ready = QTest::qWaitFor([&] { return untilPrivate ? isPrivate() : runs(); }, 20'000);
        ::kill(child, SIGABRT);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(input[1]);
        return ready ? status : -1;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
        // Whatever the programs say about it, this machine does dump.
        const QTemporaryDir folder;
        const int status = abortedStatus({u"/bin/cat"_s}, folder.path(), false);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
        if (!WCOREDUMP(status)) QSKIP("this machine makes no dumps of anything");
    }

    void leaves_none_data()
    {
        QTest::addColumn<QStringList>("command");
        const QString bin = QStringLiteral(VOX_BINARY_DIR "/bin/");
        QTest::newRow("voxdeskd") << QStringList{bin + u"voxdeskd"_s, u"--data"_s, u"."_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                                                 u"host=127.0.0.1 port=%1"_s.arg(m_silent.serverPort())};
        QTest::newRow("voxctl") << QStringList{bin + u"voxctl"_s, u"secrets"_s, u"set"_s, u"openai"_s};
        if (const QString console = bin + u"voxdesk"_s; QFile::exists(console)) // a test of the server does not build the console
            QTest::newRow("voxdesk") << QStringList{console, u"--workspace"_s, u"w"_s};
    }
    void leaves_none()
    {
        QFETCH(QStringList, command);
        const QTemporaryDir folder;
        const int status = abortedStatus(command, folder.path(), true);
        QVERIFY2(status >= 0, "it never kept its memory private");
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
        QVERIFY(!WCOREDUMP(status));
    }
};

QTEST_GUILESS_MAIN(TestCoreDumps)
#include "test_core_dumps.moc"
