#include "models/base/check_fields.h"
#include "models/dialogue/compiled.h"
#include "models/dialogue/graph.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Severity = Problem::Severity;
constexpr qsizetype maxNodes = 20'000;

class FlowChecker {
public:
    FlowChecker(const AgentScript &script, Program::Compiled *into) : m_script(script), m_flow(script.flow), m_into(into) {}

    Problems run()
    {
        if (m_flow.nodes.size() > maxNodes || m_flow.edges.size() > 4 * maxNodes) {
            add(Severity::Error, u"/flow"_s, Error(Error::Code::FlowTooLarge, {QString::number(maxNodes)}));
            return m_problems;
        }
        checkDeclarations();
        checkNodes();
        checkEdges();
        checkExits();
        checkStart();
        checkCircles();
        return m_problems;
    }

private:
    void add(Severity severity, const QString &path, Error error, const QString &node = {}) { m_problems.append({severity, path, std::move(error), node}); }
    static QString nodePath(qsizetype i) { return u"/flow/nodes/%1"_s.arg(i); }
    QString nameOf(qsizetype i) const { return m_flow.nodes[i].name.isEmpty() ? m_flow.nodes[i].type : m_flow.nodes[i].name; }

    void checkDeclarations()
    {
        if (m_script.languages.isEmpty()) add(Severity::Error, u"/languages"_s, Error(Error::Code::MissingField, {u"/languages"_s}));
        for (qsizetype i = 0; i < m_script.intents.size(); ++i) {
            const IntentDeclaration &intent = m_script.intents[i];
            for (const QString &language : m_script.languages)
                if (intent.examples.byTag.value(language).isEmpty())
                    add(Severity::Warning, u"/intents/%1/examples/%2"_s.arg(i).arg(pointerStep(language)),
                        Error(Error::Code::IntentWithoutExamples, {intent.name, language}));
        }
        QSet<QString> names{u"caller"_s, u"last"_s, u"language"_s, u"now"_s};
        for (qsizetype i = 0; i < m_script.variables.size(); ++i) {
            const QString &name = m_script.variables[i].name;
            const bool usable = Expression::compile(name, {{name, Type::Dyn}}).hasValue() && !name.contains(u'.');
            if (!usable || names.contains(name))
                add(Severity::Error, u"/variables/%1/name"_s.arg(i), Error(Error::Code::BadValue, {u"/variables/%1/name"_s.arg(i), name}));
            names.insert(name);
        }
    }

    void checkNodes()
    {
        const Scope scope = scopeOf(m_script);
        CheckContext context(m_script, scope, m_problems);
        for (qsizetype i = 0; i < m_flow.nodes.size(); ++i) {
            const Node &node = m_flow.nodes[i];
            if (m_index.contains(node.id)) add(Severity::Error, nodePath(i) + u"/id"_s, Error(Error::Code::FlowNodeRepeated, {node.id}), node.id);
            else m_index.insert(node.id, int(i));
            const NodeType *type = nodeType(node.type);
            m_types.push_back(type);
            m_ports.push_back(type ? type->ports(node.settings) : QList<Port>());
            if (!type) {
                add(Severity::Error, nodePath(i) + u"/type"_s, Error(Error::Code::FlowNodeUnknown, {node.type}), node.id);
                if (m_into) m_into->steps.push_back({&node, nullptr, {}, {}});
                continue;
            }
            Problems fields = checkFields(type->fields(), node.settings, UnknownFields::Refuse, nodePath(i) + u"/settings"_s);
            for (Problem &problem : fields) problem.node = node.id;
            m_problems += fields;
            context.enter(int(i), node.id);
            type->check(node, context);
            if (m_into) m_into->steps.push_back({&node, type, {}, context.takeCompiled()});
        }
        if (m_into) m_into->byId = m_index;
        if (m_into) m_into->scope = scope;
    }

    void checkEdges()
    {
        m_graph.resize(std::size_t(m_flow.nodes.size()));
        m_exits.resize(std::size_t(m_flow.nodes.size()));
        for (qsizetype i = 0; i < m_flow.edges.size(); ++i) {
            const Edge &edge = m_flow.edges[i];
            const QString path = u"/flow/edges/%1"_s.arg(i);
            const auto from = m_index.find(edge.from), to = m_index.find(edge.to);
            if (from == m_index.end()) add(Severity::Error, path + u"/from"_s, Error(Error::Code::FlowEdgeDangling, {edge.from}));
            if (to == m_index.end()) add(Severity::Error, path + u"/to"_s, Error(Error::Code::FlowEdgeDangling, {edge.to}), from == m_index.end() ? QString() : edge.from);
            if (from == m_index.end() || to == m_index.end()) continue;
            m_graph[std::size_t(*from)].push_back(*to);
            checkPort(edge, std::size_t(*from), path);
        }
    }

    void checkPort(const Edge &edge, std::size_t from, const QString &path)
    {
        if (!m_types[from]) return; // an unknown type's ports are unknown
        bool known = false;
        for (const Port &port : m_ports[from]) known = known || port.name == edge.port;
        if (!known) add(Severity::Error, path + u"/port"_s, Error(Error::Code::FlowPortUnknown, {edge.port}), edge.from);
        else if (m_exits[from].contains(edge.port)) add(Severity::Error, path + u"/port"_s, Error(Error::Code::FlowPortTwice, {edge.port}), edge.from);
        m_exits[from].insert(edge.port, edge.to);
    }

    void checkExits()
    {
        for (std::size_t i = 0; i < m_types.size(); ++i) {
            for (const Port &port : m_ports[i])
                if (port.required && !m_exits[i].contains(port.name))
                    add(Severity::Error, nodePath(qsizetype(i)), Error(Error::Code::FlowPortOpen, {portTitle(port)}), m_flow.nodes[qsizetype(i)].id);
            if (m_into) m_into->steps[i].exits = m_exits[i];
        }
    }

    QString portTitle(const Port &port) const
    {
        for (const IntentDeclaration &intent : m_script.intents)
            if (intent.id == port.name && !intent.name.isEmpty()) return intent.name;
        return port.label.isEmpty() ? port.name : port.label;
    }

    void checkStart()
    {
        int start = -1;
        for (std::size_t i = 0; i < m_types.size(); ++i) {
            if (m_types[i] != nodeType(u"start"_s)) continue;
            const Node &node = m_flow.nodes[qsizetype(i)];
            if (start >= 0) add(Severity::Error, nodePath(qsizetype(i)), Error(Error::Code::FlowStartRepeated), node.id);
            else start = int(i);
        }
        if (start < 0) return add(Severity::Error, u"/flow"_s, Error(Error::Code::FlowStartMissing));
        if (m_into) m_into->start = m_flow.nodes[start].id;
        const std::vector<bool> seen = reachableFrom(m_graph, start);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const bool everywhere = m_flow.nodes[qsizetype(i)].settings.value("everywhere"_L1).toBool();
            if (!seen[i] && m_types[i] != m_types[std::size_t(start)] && !everywhere)
                add(Severity::Warning, nodePath(qsizetype(i)), Error(Error::Code::FlowUnreachable), m_flow.nodes[qsizetype(i)].id);
        }
    }

    void checkCircles()
    {
        Adjacency deaf = m_graph;
        for (std::size_t i = 0; i < deaf.size(); ++i)
            if (m_types[i] && m_types[i]->listens) deaf[i].clear();
        for (const std::vector<int> &circle : circles(deaf)) {
            QStringList names;
            for (const int node : circle)
                if (names.size() < 6) names.append(nameOf(node));
            add(Severity::Error, nodePath(circle.front()), Error(Error::Code::FlowEndless, {names.join(u", "_s)}), m_flow.nodes[circle.front()].id);
        }
    }

    const AgentScript &m_script;
    const Flow &m_flow;
    Program::Compiled *m_into;
    Problems m_problems;
    QHash<QString, int> m_index;
    std::vector<const NodeType *> m_types;
    std::vector<QList<Port>> m_ports;
    std::vector<QHash<QString, QString>> m_exits;
    Adjacency m_graph;
};

} // namespace

Problems checkAndCompile(const AgentScript &script, Program::Compiled *into) { return FlowChecker(script, into).run(); }

Problems checkFlow(const AgentScript &script) { return checkAndCompile(script, nullptr); }

} // namespace vox
