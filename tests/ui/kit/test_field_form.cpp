#include "ui/kit/field_form.h"
#include "ui/kit/growing_text.h"
#include "ui/kit/style.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace vox;
using namespace vox::kit;
using namespace Qt::StringLiterals;

class TestFieldForm : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Style::install(*qApp); }
    void typing_data();
    void typing();
    void keepsCaretOnRefresh();
    void outsideChangeShows();
    void listRowsKeepTheirIds();
    void nestedPointers();
    void absentObjectIsToldWhole();
    void problemsFindTheirField();
    void expressionIsChecked();
    void brokenJsonIsNotTold();
    void unknownChoiceStays();
};

namespace {

FieldInfo make(const char *key, FieldType type)
{
    FieldInfo field;
    field.key = QString::fromLatin1(key);
    field.context = "Test";
    field.label = "Label";
    field.type = type;
    return field;
}

struct Told {
    QString pointer;
    QJsonValue value;
};

// Applies what the form tells to a copy, as a document would, and keeps a list of it.
struct Ear {
    explicit Ear(FieldForm &form)
    {
        QObject::connect(&form, &FieldForm::edited, &form, [this](const QString &pointer, const QJsonValue &value) { told.append({pointer, value}); });
    }
    QList<Told> told;
};

void typeInto(QWidget *widget, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->selectAll();
        QTest::keyClicks(line, text);
    } else if (auto *area = qobject_cast<QPlainTextEdit *>(widget)) {
        area->selectAll();
        QTest::keyClick(area, Qt::Key_Delete);
        for (const QChar c : text) c == u'\n' ? QTest::keyClick(area, Qt::Key_Return) : QTest::keyClicks(area, QString(c));
    }
}

} // namespace

void TestFieldForm::typing_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << int(FieldType::Text) << u"Reception"_s << QJsonValue(u"Reception"_s);
    QTest::newRow("long text") << int(FieldType::LongText) << u"one\ntwo"_s << QJsonValue(u"one\ntwo"_s);
    QTest::newRow("integer") << int(FieldType::Integer) << u"4000"_s << QJsonValue(4000);
    QTest::newRow("number with comma") << int(FieldType::Number) << u"0,72"_s << QJsonValue(0.72);
    QTest::newRow("secret") << int(FieldType::Secret) << u"calendar-key"_s << QJsonValue(u"calendar-key"_s);
    QTest::newRow("expression") << int(FieldType::Expression) << u"topic == 'move'"_s << QJsonValue(u"topic == 'move'"_s);
    QTest::newRow("text list") << int(FieldType::TextList) << u"a\nb"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("localized") << int(FieldType::Localized) << u"Hello"_s << QJsonValue(QJsonObject{{u"en"_s, u"Hello"_s}});
    QTest::newRow("phrases") << int(FieldType::LocalizedList) << u"hi\nhello"_s
                             << QJsonValue(QJsonObject{{u"en"_s, QJsonArray{u"hi"_s, u"hello"_s}}});
    QTest::newRow("json") << int(FieldType::Json) << u"{\"a\": 1}"_s << QJsonValue(QJsonObject{{u"a"_s, 1}});
    QTest::newRow("json scalar") << int(FieldType::Json) << u"12"_s << QJsonValue(12);
    QTest::newRow("money") << int(FieldType::Money) << u"12,5"_s
                           << QJsonValue(QJsonObject{{u"amount"_s, u"12.50"_s}, {u"currency"_s, u"EUR"_s}});
}

// What is typed is told, is in object(), and comes back the same from outside.
void TestFieldForm::typing()
{
    QFETCH(int, type);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    FieldForm form;
    form.setContext({{u"en"_s, u"ru"_s}, {}, {}, {}, {}});
    form.setFields({make("field", FieldType(type))});
    form.show();
    Ear ear(form);
    QVERIFY(form.focusField(u"/field"_s));
    QWidget *area = form.findChild<GrowingText *>();
    typeInto(area ? area : form.findChild<QLineEdit *>(), typed);
    QVERIFY(!ear.told.isEmpty());
    QCOMPARE(ear.told.last().pointer, u"/field"_s);
    QCOMPARE(ear.told.last().value, value);
    QCOMPARE(form.object()[u"field"_s], value);
    const qsizetype before = ear.told.size();
    FieldForm again;
    again.setContext({{u"en"_s, u"ru"_s}, {}, {}, {}, {}});
    again.setFields({make("field", FieldType(type))});
    again.setObject(form.object());
    form.setObject(form.object());
    QCOMPARE(ear.told.size(), before); // silent from outside
    QCOMPARE(again.object(), form.object());
}

void TestFieldForm::keepsCaretOnRefresh()
{
    FieldForm form;
    form.setFields({make("name", FieldType::Text)});
    form.setObject({{u"name"_s, u"Reception"_s}});
    form.show();
    auto *line = form.findChild<QLineEdit *>();
    line->setFocus();
    line->setCursorPosition(3);
    form.setObject({{u"name"_s, u"Reception"_s}});
    QCOMPARE(line->cursorPosition(), 3);
    form.setObject({{u"name"_s, u"Reception desk"_s}});
    QCOMPARE(line->cursorPosition(), 3);
    QCOMPARE(form.findChild<QLineEdit *>(), line);
}

void TestFieldForm::outsideChangeShows()
{
    FieldForm form;
    FieldInfo choice = make("mode", FieldType::Choice);
    choice.options = {u"fast"_s, u"slow"_s};
    choice.optionLabels = {"Fast", "Slow"};
    form.setFields({choice, make("on", FieldType::Boolean), make("say", FieldType::Localized)});
    form.setObject({{u"mode"_s, u"slow"_s}, {u"on"_s, true}, {u"say"_s, QJsonObject{{u"ru"_s, u"Привет"_s}}}});
    QCOMPARE(form.findChild<QComboBox *>()->currentText(), u"Slow"_s);
    QVERIFY(form.findChild<QCheckBox *>()->isChecked());
    QCOMPARE(form.findChild<GrowingText *>()->toPlainText(), u"Привет"_s);
}

void TestFieldForm::listRowsKeepTheirIds()
{
    FieldInfo list = make("arguments", FieldType::ObjectList);
    list.fields = {make("id", FieldType::Text), make("name", FieldType::Text)};
    FieldForm form;
    form.setFields({list});
    form.show();
    Ear ear(form);
    auto *add = form.findChild<QPushButton *>();
    add->click();
    add->click();
    QJsonArray rows = form.object()[u"arguments"_s].toArray();
    QCOMPARE(rows.size(), 2);
    const QString first = rows[0].toObject()[u"id"_s].toString(), second = rows[1].toObject()[u"id"_s].toString();
    QVERIFY(first != second);
    QCOMPARE(first.at(14), u'7'); // the version of the UUID
    // The second row's "move up" is the fourth tool button: up, down, remove, up.
    const auto tools = form.findChildren<QToolButton *>();
    QToolButton *up = nullptr;
    for (QToolButton *tool : tools)
        if (tool->isVisible() && tool->isEnabled() && tool->accessibleName() == u"Move up"_s) up = tool;
    QVERIFY(up);
    up->click();
    QCoreApplication::processEvents();
    rows = form.object()[u"arguments"_s].toArray();
    QCOMPARE(rows[0].toObject()[u"id"_s].toString(), second);
    QCOMPARE(rows[1].toObject()[u"id"_s].toString(), first);
    QCOMPARE(ear.told.last().pointer, u"/arguments"_s);
}

void TestFieldForm::nestedPointers()
{
    FieldInfo list = make("arguments", FieldType::ObjectList);
    list.fields = {make("name", FieldType::Text), make("a/b", FieldType::Text)};
    FieldForm form;
    form.setFields({list});
    form.setObject({{u"arguments"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}}, QJsonObject{{u"id"_s, u"2"_s}}}}});
    form.show();
    Ear ear(form);
    const auto lines = form.findChildren<QLineEdit *>();
    QCOMPARE(lines.size(), 4);
    QTest::keyClicks(lines[3], u"x"_s);
    QCOMPARE(ear.told.last().pointer, u"/arguments/1/a~1b"_s);
    QCOMPARE(form.object()[u"arguments"_s].toArray()[1].toObject()[u"a/b"_s].toString(), u"x"_s);
}

void TestFieldForm::absentObjectIsToldWhole()
{
    FieldInfo object = make("limits", FieldType::Object);
    object.fields = {make("calls", FieldType::Integer)};
    FieldForm form;
    form.setFields({object});
    form.show();
    Ear ear(form);
    QTest::keyClicks(form.findChild<QLineEdit *>(), u"12"_s);
    QCOMPARE(ear.told.first().pointer, u"/limits"_s);
    QCOMPARE(ear.told.first().value.toObject()[u"calls"_s].toInt(), 1);
    QCOMPARE(ear.told.last().pointer, u"/limits/calls"_s);
    QCOMPARE(form.object()[u"limits"_s].toObject()[u"calls"_s].toInt(), 12);
}

void TestFieldForm::problemsFindTheirField()
{
    FieldInfo list = make("arguments", FieldType::ObjectList);
    list.fields = {make("name", FieldType::Text)};
    FormContext context;
    context.sentence = [](const Error &error) { return u"Because "_s + error.args.value(0); };
    FieldForm form;
    form.setContext(context);
    form.setFields({make("timeout", FieldType::Integer), list});
    form.setObject({{u"timeout"_s, 12000}, {u"arguments"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}}}}});
    form.show();
    const auto problem = [](const QString &path, const QString &why) {
        return Problem{Problem::Severity::Error, path, Error(Error::Code::OutOfRange, {why}), {}};
    };
    QVERIFY(form.setProblems({problem(u"/settings/timeout"_s, u"long"_s), problem(u"/settings/arguments/0/name"_s, u"empty"_s)}, u"/settings"_s));
    const auto lines = form.findChildren<QLineEdit *>();
    QCOMPARE(lines[0]->accessibleDescription(), u"Because long"_s);
    QVERIFY(lines[0]->property("kitFault").toInt() == 1);
    QCOMPARE(lines[1]->accessibleDescription(), u"Because empty"_s);
    QVERIFY(!form.setProblems({problem(u"/elsewhere"_s, u"x"_s)}));
    QCOMPARE(lines[0]->accessibleDescription(), QString());
}

void TestFieldForm::expressionIsChecked()
{
    FormContext context;
    context.check = [](const QString &text, const QString &type) { return text.contains(u"=="_s) ? QString() : u"Needs a "_s + type; };
    FieldInfo field = make("when", FieldType::Expression);
    field.expressionType = u"bool"_s;
    FieldForm form;
    form.setContext(context);
    form.setFields({field});
    form.show();
    auto *line = form.findChild<QLineEdit *>();
    QTest::keyClicks(line, u"a"_s);
    QCOMPARE(line->accessibleDescription(), u"Needs a bool"_s);
    QTest::keyClicks(line, u" == b"_s);
    QCOMPARE(line->accessibleDescription(), QString());
}

void TestFieldForm::brokenJsonIsNotTold()
{
    FieldForm form;
    form.setFields({make("raw", FieldType::Json)});
    form.setObject({{u"raw"_s, QJsonObject{{u"a"_s, 1}}}});
    form.show();
    Ear ear(form);
    auto *area = form.findChild<GrowingText *>();
    area->moveCursor(QTextCursor::End);
    QTest::keyClicks(area, u"{"_s);
    QVERIFY(ear.told.isEmpty());
    QCOMPARE(form.object()[u"raw"_s].toObject()[u"a"_s].toInt(), 1);
    QVERIFY(!area->accessibleDescription().isEmpty());
}

void TestFieldForm::unknownChoiceStays()
{
    FieldInfo choice = make("mode", FieldType::Choice);
    choice.options = {u"fast"_s};
    choice.optionLabels = {"Fast"};
    choice.required = true;
    FieldForm form;
    form.setFields({choice});
    form.setObject({{u"mode"_s, u"from the future"_s}});
    QCOMPARE(form.findChild<QComboBox *>()->currentText(), u"from the future"_s);
    QCOMPARE(form.object()[u"mode"_s].toString(), u"from the future"_s);
}

QTEST_MAIN(TestFieldForm)
#include "test_field_form.moc"
