#include "tests/support/small_agent.h"
#include <QDebug>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vox::stubs {

namespace {
QJsonObject english(const QString &text) { return {{u"en"_s, text}}; }
} // namespace

SmallAgent &SmallAgent::node(const QString &name, const QString &type, QJsonObject settings)
{
    if (m_script.flow.nodes.isEmpty()) {
        m_script.languages = {u"en"_s};
        m_script.flow.nodes.append({u"start"_s, u"start"_s, {}, {}, {}});
        go(u"start"_s, u"next"_s, name);
    }
    m_script.flow.nodes.append({name, type, name, {}, std::move(settings)});
    return *this;
}

SmallAgent &SmallAgent::go(const QString &from, const QString &port, const QString &to)
{
    m_script.flow.edges.append({u"%1-%2"_s.arg(from, port), from, port, to});
    return *this;
}

SmallAgent &SmallAgent::say(const QString &name, const QString &text, bool interruptible)
{
    return node(name, u"say"_s, {{u"text"_s, english(text)}, {u"interruptible"_s, interruptible}});
}

SmallAgent &SmallAgent::listen(const QString &name, const QStringList &intents, QJsonObject settings)
{
    settings.insert(u"intents"_s, QJsonArray::fromStringList(intents));
    return node(name, u"listen"_s, std::move(settings));
}

SmallAgent &SmallAgent::tool(const QString &name, bool changesOutside, int timeoutMs, const QString &waiting)
{
    QJsonObject settings{{u"name"_s, name}, {u"method"_s, changesOutside ? u"POST"_s : u"GET"_s}, {u"url"_s, u"http://tools.example/"_s + name},
                         {u"timeout_ms"_s, timeoutMs}, {u"changes_outside"_s, changesOutside}};
    if (!waiting.isEmpty()) settings.insert(u"waiting"_s, english(waiting));
    return node(name, u"tool"_s, settings);
}

SmallAgent &SmallAgent::model(const QString &name) { return node(name, u"model"_s, {{u"instructions"_s, u"Be kind."_s}}); }

SmallAgent &SmallAgent::handOver(const QString &name, const QString &text)
{
    return node(name, u"handover"_s, {{u"text"_s, english(text)}, {u"queue"_s, u"support"_s}});
}

SmallAgent &SmallAgent::end(const QString &name, const QString &text) { return node(name, u"end"_s, {{u"text"_s, english(text)}}); }

SmallAgent &SmallAgent::intent(const QString &id, const QStringList &examples)
{
    m_script.intents.append({id, id, {{{u"en"_s, examples}}}});
    return *this;
}

std::shared_ptr<const Program> SmallAgent::compile()
{
    auto program = Program::compile(m_script);
    if (program) return *program;
    for (const Problem &problem : checkFlow(m_script)) qCritical() << problem.path << problem.error.codeName() << problem.error.args;
    qFatal("the small agent does not compile");
}

std::shared_ptr<const Program> SmallAgent::orderDesk()
{
    return SmallAgent()
        .say(u"hello"_s, u"Hello, this is the order desk."_s)
        .listen(u"ask"_s, {u"order"_s, u"bye"_s}, {{u"attempts"_s, 0}})
        .say(u"found"_s, u"Your order left the warehouse on Monday morning and comes today."_s)
        .say(u"pardon"_s, u"Please say that once more."_s)
        .end(u"end"_s, u"Goodbye."_s)
        .intent(u"order"_s, {u"where is my order"_s})
        .intent(u"bye"_s, {u"goodbye"_s})
        .go(u"hello"_s, u"next"_s, u"ask"_s)
        .go(u"ask"_s, u"order"_s, u"found"_s)
        .go(u"ask"_s, u"bye"_s, u"end"_s)
        .go(u"ask"_s, u"else"_s, u"pardon"_s)
        .go(u"found"_s, u"next"_s, u"ask"_s)
        .go(u"pardon"_s, u"next"_s, u"ask"_s)
        .compile();
}

} // namespace vox::stubs
