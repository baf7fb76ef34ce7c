// Trying a tool from the inspector: the request a call would send, asking first, what comes back. With VOX_PICTURES=<folder>
// pictures are written for a person to look at.
#include "app/calls/tool_tries.h"
#include "app/dsp/voice_activity.h"
#include "app/ports/port_factory.h"
#include "app/realtime/executor.h"
#include "app/wording/language.h"
#include "tests/ui/agents/flows.h"
#include "ui/kit/style.h"
#include "ui/screens/agents/inspector.h"
#include "ui/screens/agents/tool_try_form.h"
#include "ui/kit/text_block.h"
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMutex>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;
using State = ToolTryViewModel::State;

namespace {

// What the other system does, and what it was asked. Shared by the test and the runners' thread.
struct Other {
    QMutex mutex;
    QList<ToolRequest> asked;
    Result<ToolResponse> answer = Error(Error::Code::Unreachable, {u"shop.example"_s});
    bool answers = true;
    int gone = 0;
};

class ScriptedRunner final : public ToolRunner {
public:
    ScriptedRunner(Other &other, Executor &executor) : m_other(other), m_executor(executor) {}
    ~ScriptedRunner() override
    {
        const QMutexLocker lock(&m_other.mutex);
        ++m_other.gone;
    }
    CallId call(const ToolRequest &request, Done done) override
    {
        const QMutexLocker lock(&m_other.mutex);
        m_other.asked.append(request);
        if (m_other.answers) m_executor.post([done, answer = m_other.answer] { done(answer); });
        return 1;
    }
    void cancel(CallId) override {}

private:
    Other &m_other;
    Executor &m_executor;
};

class ScriptedPorts final : public PortFactory {
public:
    explicit ScriptedPorts(Other &other) : m_other(other) {}
    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &, const QString &, Executor &) override { return Error(Error::Code::NotFound); }
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &, const VoiceSettings &, Executor &) override { return Error(Error::Code::NotFound); }
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &, Executor &) override { return Error(Error::Code::NotFound); }
    std::unique_ptr<VoiceActivity> voiceActivity() override { return nullptr; }
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override { return std::unique_ptr<ToolRunner>(new ScriptedRunner(m_other, executor)); }

private:
    Other &m_other;
};

ToolResponse response(int status, const QByteArray &body)
{
    ToolResponse out;
    out.status = status;
    out.body = body;
    out.json = QJsonDocument::fromJson(body).object();
    out.firstByteUs = 83000;
    out.elapsedUs = 91000;
    out.headers = {{"content-type", "application/json"}, {"x-powered-by", "nothing"}};
    return out;
}

QJsonObject toolStep(const QString &method, bool changes)
{
    const auto save = [](const QString &path, const QString &variable) { return QJsonObject{{u"path"_s, path}, {u"variable"_s, variable}}; };
    return {{u"name"_s, u"find order"_s}, {u"method"_s, method}, {u"url"_s, u"https://shop.example/orders/{code}"_s}, {u"changes_outside"_s, changes},
            {u"saves"_s, QJsonArray{save(u"order.day"_s, u"day"_s), save(u"order.shop"_s, u"shop"_s)}}};
}

QJsonObject agent(const QJsonObject &settings)
{
    const QJsonObject node{{u"id"_s, u"n"_s}, {u"type"_s, u"tool"_s}, {u"name"_s, u"Find order"_s}, {u"settings"_s, settings}};
    const QJsonObject say{{u"id"_s, u"s"_s}, {u"type"_s, u"say"_s}, {u"settings"_s, QJsonObject()}};
    const auto variable = [](const QString &name) { return QJsonObject{{u"name"_s, name}, {u"type"_s, u"string"_s}}; };
    return {{u"name"_s, u"Shop"_s}, {u"languages"_s, QJsonArray{u"en"_s}}, {u"variables"_s, QJsonArray{variable(u"code"_s), variable(u"day"_s), variable(u"shop"_s)}},
            {u"flow"_s, QJsonObject{{u"nodes"_s, QJsonArray{node, say}}, {u"edges"_s, QJsonArray()}}}};
}

} // namespace

class TestToolTryForm : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        kit::Style::install(*qApp);
        m_language = std::make_unique<Language>(*qApp);
    }
    void init() { m_other = std::make_unique<Other>(); }
    void cleanup()
    {
        m_inspector.reset();
        m_flow.reset();
        m_tries.reset();
    }
    void sendsWhatACallWouldSend();
    void asksBeforeWhatChangesSomething();
    void cancels();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void theRulesAreNear();
    void otherStepsHaveNone();

private:
    void open(const QJsonObject &settings)
    {
        m_content = std::make_unique<LooseContent>(agent(settings));
        m_flow = std::make_unique<FlowViewModel>(*m_content);
        m_ports = std::make_unique<ScriptedPorts>(*m_other);
        m_tries = std::make_unique<ToolTries>(*m_ports);
        m_inspector = std::make_unique<Inspector>(*m_flow, nullptr, m_tries.get());
        m_inspector->resize(304, 1500);
        m_inspector->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
        m_flow->selection().selectNode(u"n"_s);
    }
    ToolTryViewModel &model() { return *m_inspector->toolTry(); }
    ToolTryForm *form() { return m_inspector->findChild<ToolTryForm *>(); }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : form()->findChildren<QPushButton *>())
            if (one->text() == text && one->isVisible()) return one;
        return nullptr;
    }
    void keep(const QString &name)
    {
        QApplication::processEvents();
        const QString folder = qEnvironmentVariable("VOX_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder)) m_inspector->grab().save(u"%1/try-%2.png"_s.arg(folder, name));
    }
    std::unique_ptr<Language> m_language;
    std::unique_ptr<Other> m_other;
    std::unique_ptr<ScriptedPorts> m_ports;
    std::unique_ptr<ToolTries> m_tries;
    std::unique_ptr<LooseContent> m_content;
    std::unique_ptr<FlowViewModel> m_flow;
    std::unique_ptr<Inspector> m_inspector;
};

void TestToolTryForm::sendsWhatACallWouldSend()
{
    m_other->answer = response(200, "{\"order\": {\"day\": \"Monday\"}}");
    open(toolStep(u"GET"_s, false));
    QLineEdit *code = nullptr;
    for (QLineEdit *one : form()->findChildren<QLineEdit *>()) code = one;
    QVERIFY(code);
    QTest::keyClicks(code, u"4 2"_s);
    QVERIFY(button(u"Try"_s));
    QTest::mouseClick(button(u"Try"_s), Qt::LeftButton);
    QTRY_COMPARE(model().state(), State::Answered);
    QCOMPARE(m_other->asked.size(), 1);
    QCOMPARE(m_other->asked[0].url.toString(QUrl::FullyEncoded), u"https://shop.example/orders/4%202"_s);
    QVERIFY(m_other->asked[0].idempotencyKey.isEmpty());
    QCOMPARE(model().kept().size(), 2);
    QCOMPARE(model().kept()[0].value, QJsonValue(u"Monday"_s));
    QVERIFY(model().kept()[1].value.isUndefined());
    QCOMPARE(model().shownHeaders(), QStringList{u"content-type: application/json"_s});
    QVERIFY(form()->findChild<QPlainTextEdit *>()->toPlainText().contains("Monday"_L1));
    keep(u"answered"_s);
    m_language->speak(u"ru"_s);
    m_flow->selection().selectNode(u"s"_s);
    m_inspector.reset();
    m_inspector = std::make_unique<Inspector>(*m_flow, nullptr, m_tries.get());
    m_inspector->resize(304, 1500);
    m_inspector->show();
    m_flow->selection().selectNode(u"n"_s);
    model().setValue(u"code"_s, u"42"_s);
    model().send();
    QTRY_COMPARE(model().state(), State::Answered);
    keep(u"answered-ru"_s);
    m_language->speak(u"en"_s);
}

void TestToolTryForm::asksBeforeWhatChangesSomething()
{
    m_other->answer = response(201, "{}");
    open(toolStep(u"POST"_s, true));
    model().setValue(u"code"_s, u"1"_s);
    model().send();
    QCOMPARE(model().state(), State::Asking);
    keep(u"asking"_s);
    QTest::mouseClick(button(u"Do not send"_s), Qt::LeftButton);
    QCOMPARE(model().state(), State::Idle);
    model().send();
    model().setValue(u"code"_s, u"2"_s); // another request than the one that was asked about
    model().confirm();
    QCOMPARE(model().state(), State::Idle);
    QVERIFY(m_other->asked.isEmpty());
    model().send();
    QTest::mouseClick(button(u"Send it"_s), Qt::LeftButton);
    QTRY_COMPARE(model().state(), State::Answered);
    QCOMPARE(m_other->asked.size(), 1);
    const QByteArray first = m_other->asked[0].idempotencyKey;
    QVERIFY(!first.isEmpty());
    model().send();
    model().confirm();
    QTRY_COMPARE(m_other->asked.size(), 2);
    QVERIFY(m_other->asked[1].idempotencyKey != first); // each try is meant
}

void TestToolTryForm::cancels()
{
    m_other->answers = false;
    open(toolStep(u"GET"_s, false));
    model().send();
    QTRY_COMPARE(m_other->asked.size(), 1);
    QCOMPARE(model().state(), State::Running);
    keep(u"running"_s);
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(model().state(), State::Idle);
    QTRY_COMPARE(m_other->gone, 1); // the request, too
    model().send();
    QTRY_COMPARE(m_other->asked.size(), 2);
    m_flow->selection().selectNode(u"s"_s); // leaving the step
    QTRY_COMPARE(m_other->gone, 2);
}

void TestToolTryForm::saysWhatFailed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("part");
    QTest::newRow("key") << 401 << u"another key"_s;
    QTest::newRow("nothing there") << 404 << u"path"_s;
    QTest::newRow("too many") << 429 << u"wait"_s;
    QTest::newRow("broken") << 503 << u"itself failed"_s;
    QTest::newRow("refused") << 422 << u"did not take"_s;
}

void TestToolTryForm::saysWhatFailed()
{
    QFETCH(int, status);
    QFETCH(QString, part);
    m_other->answer = response(status, "{}");
    open(toolStep(u"GET"_s, false));
    model().send();
    QTRY_COMPARE(model().state(), State::Answered);
    bool said = false;
    for (const kit::TextBlock *block : form()->findChildren<kit::TextBlock *>()) said |= block->isVisible() && block->text().contains(part);
    QVERIFY(said);
}

void TestToolTryForm::theRulesAreNear()
{
    m_other->answer = Error(Error::Code::AddressForbidden, {u"127.0.0.1"_s});
    open(toolStep(u"GET"_s, false));
    QSignalSpy wanted(m_inspector.get(), &Inspector::rulesRequested);
    model().send();
    QTRY_COMPARE(model().state(), State::Failed);
    keep(u"forbidden"_s);
    QPushButton *rules = button(u"Where tools may send requests…"_s);
    QVERIFY(rules);
    rules->click();
    QCOMPARE(wanted.count(), 1);
    m_content->setValue(u"/flow/nodes/0/settings/url"_s, u"https://shop.example/{nothing}"_s, {"Edit", {}, {}});
    QVERIFY(model().mistake());
    QVERIFY(!button(u"Try"_s)->isEnabled());
    QVERIFY(m_other->asked.size() == 1);
}

void TestToolTryForm::otherStepsHaveNone()
{
    open(toolStep(u"GET"_s, false));
    QVERIFY(form()->isVisible());
    m_flow->selection().selectNode(u"s"_s);
    QVERIFY(!form()->isVisible());
}

QTEST_MAIN(TestToolTryForm)
#include "test_tool_try_form.moc"
