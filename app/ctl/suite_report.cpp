#include "app/ctl/suite_report.h"
#include "app/ctl/console_output.h"
#include <QFileInfo>
#include <QSaveFile>
#include <QXmlStreamWriter>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const TalkFault &fault)
{
    const QString place = fault.line > 0 ? translated("voxctl", "line %1:").arg(fault.line) + u' ' : QString();
    if (fault.expected.isEmpty()) return place + translated("voxctl", "not expected: %1").arg(fault.found);
    if (fault.found.isEmpty()) return place + translated("voxctl", "expected, did not happen: %1").arg(fault.expected);
    return place + translated("voxctl", "expected  %1").arg(fault.expected) + u"\n          "_s + translated("voxctl", "found     %1").arg(fault.found);
}

QString indented(const QString &text)
{
    QString out;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) out += u"      "_s + line + u'\n';
    return out;
}

void printSpeed(const QList<SuiteCase> &cases, Talk::Mode mode, const QString &name)
{
    double took = 0, lasted = 0;
    for (const SuiteCase &one : cases)
        if (one.mode == mode && one.lastedMs > 0) {
            took += one.tookMs;
            lasted += double(one.lastedMs);
        }
    if (took > 0) print(translated("voxctl", "%1: %2 s of conversation, %3 × real time on one core").arg(name).arg(lasted / 1000, 0, 'f', 1).arg(lasted / took, 0, 'f', 0));
}

} // namespace

int printSuite(const QList<SuiteCase> &cases, Timelines timelines)
{
    int failed = 0;
    for (const SuiteCase &one : cases) {
        const QString result = one.passed() ? (one.rewritten ? u"wrote"_s : u"ok   "_s) : u"FAIL "_s;
        print(translated("voxctl", "%1 %2  (%3 s in %4 ms)").arg(result, one.path).arg(double(one.lastedMs) / 1000, 0, 'f', 1).arg(one.tookMs, 0, 'f', 0));
        if (!one.trouble.isEmpty()) print(u"    "_s + one.trouble);
        for (const TalkFault &fault : one.faults) print(u"    "_s + sentence(fault));
        if ((!one.passed() || timelines == Timelines::Always) && !one.timeline.isEmpty()) {
            print(u"    "_s + translated("voxctl", "what happened:"));
            printRaw(indented(one.timeline).toUtf8());
        }
        failed += one.passed() ? 0 : 1;
    }
    printSpeed(cases, Talk::Mode::Voice, translated("voxctl", "With audio through voice activity"));
    printSpeed(cases, Talk::Mode::Text, translated("voxctl", "In text"));
    print(translated("voxctl", "%1 passed, %2 failed").arg(cases.size() - failed).arg(failed));
    return failed;
}

Result<void> writeJunit(const QString &path, const QList<SuiteCase> &cases)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return Error(Error::Code::FileUnwritable, {path});
    double took = 0;
    qsizetype failed = 0;
    for (const SuiteCase &one : cases) {
        took += one.tookMs;
        failed += one.passed() ? 0 : 1;
    }
    const auto seconds = [](double ms) { return QString::number(ms / 1000, 'f', 3); };
    QXmlStreamWriter xml(&file);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"talks"_s);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failed));
    xml.writeAttribute(u"time"_s, seconds(took));
    for (const SuiteCase &one : cases) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, QFileInfo(one.path).path());
        xml.writeAttribute(u"name"_s, QFileInfo(one.path).completeBaseName());
        xml.writeAttribute(u"time"_s, seconds(one.tookMs));
        if (!one.passed()) {
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"message"_s, one.trouble.isEmpty() ? sentence(one.faults.first()).simplified() : one.trouble);
            QString text;
            for (const TalkFault &fault : one.faults) text += sentence(fault) + u'\n';
            xml.writeCharacters(text + u'\n' + one.timeline);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    if (!file.commit()) return Error(Error::Code::FileUnwritable, {path});
    return {};
}

} // namespace vox::ctl
