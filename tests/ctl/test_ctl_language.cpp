// Which language voxctl speaks, and that it speaks it: help, usage, errors, lists.
#include "tests/support/voxctl_program.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace vox::test;
using namespace Qt::StringLiterals;

class TestCtlLanguage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    VoxctlProgram m_voxctl{m_folder.filePath(u"workspace"_s)};

private slots:
    void chosen_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("says");
        const QString english = u"Commands:"_s, russian = u"Команды:"_s;
        QTest::newRow("nothing said") << QString() << QString() << QString() << english;
        QTest::newRow("a Russian terminal") << QString() << QString() << u"ru_RU.UTF-8"_s << russian;
        QTest::newRow("a language we do not speak") << QString() << QString() << u"de_DE.UTF-8"_s << english;
        QTest::newRow("the variable over the terminal") << QString() << u"ru"_s << u"C.UTF-8"_s << russian;
        QTest::newRow("the option over both") << u"en"_s << u"ru"_s << u"ru_RU.UTF-8"_s << english;
        QTest::newRow("the option alone") << u"ru"_s << QString() << QString() << russian;
    }

    void chosen()
    {
        QFETCH(QString, option);
        QFETCH(QString, ours);
        QFETCH(QString, locale);
        QFETCH(QString, says);
        m_voxctl.setEnvironment(u"VOXDESK_LANGUAGE"_s, ours);
        m_voxctl.setEnvironment(u"LC_ALL"_s, locale);
        m_voxctl.setEnvironment(u"LC_MESSAGES"_s, {});
        m_voxctl.setEnvironment(u"LANG"_s, {});
        QStringList arguments{u"help"_s};
        if (!option.isEmpty()) arguments = QStringList{u"--language"_s, option} + arguments;
        const auto outcome = m_voxctl.run(arguments);
        QCOMPARE(outcome.status, 0);
        QVERIFY2(QString::fromUtf8(outcome.out).contains(says), outcome.out.constData());
    }

    void says_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("russian");
        QTest::newRow("no such command") << QStringList{u"sing"_s} << 2 << u"There is no command “sing”."_s << u"Нет команды «sing»."_s;
        QTest::newRow("no such file") << QStringList{u"agents"_s, u"import"_s, u"/none.json"_s} << 1 << u"There is no file /none.json."_s
                                      << u"Файла /none.json нет."_s;
        QTest::newRow("a command's help") << QStringList{u"suite"_s, u"--help"_s} << 0 << u"Writes the results as JUnit XML."_s
                                          << u"Записывает результаты в JUnit XML."_s;
        QTest::newRow("a missing option") << QStringList{u"talk"_s, u"--text"_s, u"-"_s} << 2 << u"Say which agent: --agent NAME, or --continue CONVERSATION."_s
                                          << u"Назовите агента: --agent ИМЯ, или разговор: --continue РАЗГОВОР."_s;
        QTest::newRow("an option of the command's own") << QStringList{u"talk"_s, u"--language"_s, u"en"_s, u"--text"_s, u"-"_s} << 2
                                                        << u"Say which agent"_s << u"Назовите агента"_s;
        QTest::newRow("an agent") << QStringList{u"agents"_s, u"show"_s, u"Order desk"_s} << 0 << u"Languages: en"_s << u"Языки: en"_s;
    }

    void says()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, english);
        QFETCH(QString, russian);
        for (const auto &[language, sentence] : {std::pair{u"en"_s, english}, std::pair{u"ru"_s, russian}}) {
            const auto outcome = m_voxctl.run(QStringList{u"--language="_s + language} + arguments);
            QCOMPARE(outcome.status, status);
            const QString said = QString::fromUtf8(outcome.out) + outcome.complaints;
            QVERIFY2(said.contains(sentence), qPrintable(said));
        }
    }

    void anUnknownLanguageIsRefused()
    {
        for (const QString &asked : {u"tlh"_s, QString()}) {
            const auto outcome = m_voxctl.run({u"--language="_s + asked, u"help"_s});
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.complaints.contains(u"--language"_s), qPrintable(outcome.complaints));
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlLanguage)
#include "test_ctl_language.moc"
