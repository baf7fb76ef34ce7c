#include "models/dialogue/nodes/step.h"
#include "models/base/check_fields.h"

namespace vox {

using namespace Qt::StringLiterals;

DialogueStep Stepping::end(const QString &outcome)
{
    act(EndCall{node().id, outcome});
    m_step.state.ended = true;
    m_step.state.node.clear();
    m_step.state.pendingReceipt.clear();
    return std::move(m_step);
}

QString Stepping::localizedPointer(const QString &pointer) const
{
    const auto &texts = m_context.step.settings.texts;
    const auto has = [&](const QString &tag) {
        const auto it = texts.find(pointer + u'/' + pointerStep(tag));
        return it != texts.end() && !(it->isFixed() && it->fixedText().trimmed().isEmpty());
    };
    const QString &language = m_step.state.language;
    if (has(language)) return pointer + u'/' + pointerStep(language);
    for (const QString &tag : m_context.program.script.languages)
        if (tag.section(u'-', 0, 0) == language.section(u'-', 0, 0) && has(tag)) return pointer + u'/' + pointerStep(tag);
    for (const QString &tag : m_context.program.script.languages)
        if (has(tag)) return pointer + u'/' + pointerStep(tag);
    return {};
}

std::optional<QString> Stepping::text(const QString &pointer, Rendering rendering)
{
    const auto it = m_context.step.settings.texts.find(pointer);
    if (it == m_context.step.settings.texts.end()) return std::nullopt;
    const auto text = it->render(environment(), rendering, m_step.state.language);
    if (text) return *text;
    trouble(text.error());
    return std::nullopt;
}

std::optional<Value> Stepping::value(const QString &pointer)
{
    const auto it = m_context.step.settings.expressions.find(pointer);
    if (it == m_context.step.settings.expressions.end()) return std::nullopt;
    const auto value = it->evaluate(environment());
    if (value) return *value;
    trouble(value.error());
    return std::nullopt;
}

void Stepping::say(const QString &pointer, bool interruptible)
{
    const QString at = localizedPointer(pointer);
    if (at.isEmpty()) return;
    const auto text = this->text(at, Rendering::Speech);
    if (!text || text->trimmed().isEmpty()) return;
    act(Say{node().id, *text, m_step.state.language, interruptible, m_context.step.settings.texts[at].isFixed()});
}

void Stepping::sayPlain(const QString &text, bool interruptible)
{
    if (!text.trimmed().isEmpty()) act(Say{node().id, text, m_step.state.language, interruptible, false});
}

void Stepping::set(const QString &name, const QJsonValue &value)
{
    if (name.isEmpty()) return;
    m_step.state.variables.insert(name, value);
    act(SetVariable{name, value});
}

void Stepping::rememberTools(const QJsonArray &calls)
{
    m_step.state.history.append({u"tools"_s, {}, calls});
}

QString Stepping::newReceipt()
{
    m_step.state.pendingReceipt = toolReceipt();
    return m_step.state.pendingReceipt;
}

QString Stepping::toolReceipt() { return u"%1:%2"_s.arg(m_step.state.nextReceipt++).arg(node().id); }

Port nextPort() { return {u"next"_s, {}, QT_TRANSLATE_NOOP("Port", "Next"), Port::Role::Main, true}; }
Port failedPort() { return {u"failed"_s, {}, QT_TRANSLATE_NOOP("Port", "Failed"), Port::Role::Failure, true}; }

QString firstLine(const QString &text, qsizetype most)
{
    const QString line = text.trimmed().section(u'\n', 0, 0);
    return line.size() <= most ? line : line.left(most - 1) + u'…';
}

} // namespace vox
