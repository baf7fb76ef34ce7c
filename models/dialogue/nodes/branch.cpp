#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct BranchCondition {
    QString condition;
    QString label;
};
struct BranchSettings {
    QList<BranchCondition> conditions;
};

template <> struct Fields<BranchCondition> {
    static constexpr const char *context = "BranchSettings";
    static constexpr auto all = std::tuple{
        field("condition", &BranchCondition::condition, QT_TRANSLATE_NOOP("BranchSettings", "When"))
            .asRequired().expression("bool").upTo(10000)
            .help(QT_TRANSLATE_NOOP("BranchSettings", "A comparison such as total > 100 or city == \"Tver\".")),
        field("label", &BranchCondition::label, QT_TRANSLATE_NOOP("BranchSettings", "Name of the way out")).upTo(80),
    };
};
template <> struct Fields<BranchSettings> {
    static constexpr const char *context = "BranchSettings";
    static constexpr auto all = std::tuple{
        field("conditions", &BranchSettings::conditions, QT_TRANSLATE_NOOP("BranchSettings", "Conditions")).asRequired().upTo(50)
            .help(QT_TRANSLATE_NOOP("BranchSettings", "Tried from top to bottom; the first that is true is taken.")),
    };
};

namespace {

// A condition's port is its id; one without an id has its position.
QString portOf(const QJsonValue &condition, qsizetype index)
{
    const QString id = condition.toObject().value("id"_L1).toString();
    return id.isEmpty() ? QString::number(index) : id;
}
QString labelOf(const QJsonValue &condition)
{
    const QString label = condition.toObject().value("label"_L1).toString();
    return label.isEmpty() ? firstLine(condition.toObject().value("condition"_L1).toString(), 40) : label;
}

QList<Port> ports(const QJsonObject &settings)
{
    QList<Port> out;
    const QJsonArray conditions = settings.value("conditions"_L1).toArray();
    for (qsizetype i = 0; i < conditions.size(); ++i) out.append({portOf(conditions[i], i), labelOf(conditions[i])});
    out.append({u"else"_s, {}, QT_TRANSLATE_NOOP("Port", "Otherwise"), Port::Role::Other, true});
    return out;
}
QString summary(const QJsonObject &settings, const QString &)
{
    const QJsonArray conditions = settings.value("conditions"_L1).toArray();
    return conditions.isEmpty() ? QString() : firstLine(conditions[0].toObject().value("condition"_L1).toString());
}
QString pointerOf(qsizetype index) { return u"/conditions/%1/condition"_s.arg(index); }

void check(const Node &node, CheckContext &context)
{
    const QJsonArray conditions = node.settings.value("conditions"_L1).toArray();
    for (qsizetype i = 0; i < conditions.size(); ++i)
        context.expression(pointerOf(i), conditions[i].toObject().value("condition"_L1).toString(), Type::Bool);
}
DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    const QJsonArray conditions = context.node().settings.value("conditions"_L1).toArray();
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        const auto value = step.value(pointerOf(i));
        if (value && value->type() == Type::Bool && value->toBool()) return step.leave(portOf(conditions[i], i));
    }
    return step.leave(u"else"_s);
}

} // namespace

const NodeType branchNode{"branch", QT_TRANSLATE_NOOP("NodeType", "Decide"),
                          QT_TRANSLATE_NOOP("NodeType", "Takes one of several ways, by what is known so far."),
                          fieldsOf<BranchSettings>, ports, summary, check, step};

} // namespace vox
