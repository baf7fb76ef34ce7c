#include "app/workspace/demo_past.h"
#include "app/workspace/demo_content.h"
#include "app/workspace/standing_agent.h"
#include "models/documents/canonical_json.h"
#include "models/documents/document_file.h"
#include "models/kinds/agents/agent.h"
#include "models/store/store.h"
#include "models/sync/named_path.h"
#include "models/sync/publishing.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000, day = 24 * hour;

struct Edit {
    const char16_t *path;
    QJsonValue value;
};
struct Step {
    qint64 before;  // milliseconds before now
    QString author, message;
    QList<Edit> edits;
};

QJsonObject edited(QJsonObject content, const QList<Edit> &edits)
{
    for (const Edit &edit : edits) content = withValueAtNamed(content, QString::fromUtf16(edit.path), edit.value);
    return content;
}

QJsonObject sayNode(const QString &id, const QString &name, const QString &language, const QString &text, double x, double y)
{
    return {{u"id"_s, id}, {u"type"_s, u"say"_s}, {u"name"_s, name}, {u"position"_s, QJsonObject{{u"x"_s, x}, {u"y"_s, y}}},
            {u"settings"_s, QJsonObject{{u"text"_s, QJsonObject{{language, text}}}}}};
}
QJsonObject arrow(const QString &from, const QString &port, const QString &to)
{
    return {{u"id"_s, from + u'.' + port}, {u"from"_s, from}, {u"port"_s, port}, {u"to"_s, to}};
}

QList<Step> englishPast()
{
    return {
        {8 * day, u"Dan Sokolov"_s, u"Silence is asked about twice before we hang up"_s,
         {{u"/flow/nodes/too_often/settings/conditions/gone/condition", u"misses >= 2.0"_s}, {u"/flow/nodes/topic/settings/patience_ms", 6000}}},
        {6 * day - 3 * hour, u"Alina Vale"_s, u"Say when the driver comes, not only that he comes"_s,
         {{u"/flow/nodes/on_the_way/settings/text/en",
           u"Good news: your order left the warehouse in Columbus this morning. The driver will be with you tomorrow between nine and twelve."_s}}},
        {3 * day + 2 * hour, u"Marta Kern"_s, u"Tell callers that this is an automatic assistant"_s,
         {{u"/flow/nodes/greeting/settings/text/en", u"Hello, this is the automatic assistant of the order desk at Northgate."_s},
          {u"/flow/nodes/lookup/settings/threshold", 0.4}}},
        {20 * hour, u"Alina Vale"_s, u"Say thank you before asking for the number"_s,
         {{u"/flow/nodes/thanks", sayNode(u"thanks"_s, u"Thank you"_s, u"en"_s, u"Thank you, one last question."_s, 1024, 480)},
          {u"/flow/edges/check_day.else/to", u"thanks"_s},
          {u"/flow/edges/thanks.next", arrow(u"thanks"_s, u"next"_s, u"ask_phone"_s)},
          {u"/flow/nodes/ask_phone/settings/patience_ms", 14000}}},
    };
}

QList<Step> russianPast()
{
    return {
        {8 * day, u"Денис Соколов"_s, u"Молчание: спрашиваем дважды и заканчиваем"_s,
         {{u"/flow/nodes/too_often/settings/conditions/gone/condition", u"misses >= 2.0"_s}, {u"/flow/nodes/topic/settings/patience_ms", 6000}}},
        {6 * day - 3 * hour, u"Алина Волкова"_s, u"Срок оплаты перенесли на двадцать пятое"_s,
         {{u"/flow/nodes/bill/settings/text/ru",
           u"Счёт приходит первого числа, оплатить его нужно до двадцать пятого. Картой это можно сделать в личном кабинете, без комиссии."_s}}},
        {3 * day + 2 * hour, u"Марта Кернер"_s, u"Предупреждаем, что отвечает автоматический помощник"_s,
         {{u"/flow/nodes/greeting/settings/text/ru", u"Здравствуйте! Это автоматический помощник первой линии «Связь Плюс»."_s},
          {u"/flow/nodes/lookup/settings/threshold", 0.4}}},
        {20 * hour, u"Алина Волкова"_s, u"Благодарим, прежде чем спросить день"_s,
         {{u"/flow/nodes/thanks", sayNode(u"thanks"_s, u"Спасибо"_s, u"ru"_s, u"Спасибо, последний вопрос."_s, 512, 576)},
          {u"/flow/edges/reason.next/to", u"thanks"_s},
          {u"/flow/edges/thanks.next", arrow(u"thanks"_s, u"next"_s, u"visit_day"_s)},
          {u"/flow/nodes/reboot/settings/patience_ms", 120000}}},
    };
}

// What two people changed at the same time: both, then only mine, then only theirs.
struct Split {
    QString name, theirName, myMessage, theirMessage;
    QList<Edit> mine, theirs;
};

// What is the same in every language.
QList<Edit> figures(double threshold, int patienceMs, const QString &afterNo, int goalMs)
{
    return {{u"/flow/nodes/lookup/settings/threshold", threshold}, {u"/flow/nodes/topic/settings/patience_ms", patienceMs},
            {u"/flow/edges/offer.no/to", afterNo}, {u"/goal_ms", goalMs}};
}

Split englishSplit()
{
    return {u"Returns desk"_s, u"Alina Vale"_s, u"Callers interrupt when the greeting is long."_s, u"People want to know who they talk to."_s,
            {{u"/flow/nodes/greeting/settings/text/en", u"Good morning, returns desk at Northgate."_s},
             {u"/flow/nodes/desk/settings/text/en", u"One moment please, I am putting you through to the order team."_s},
             {u"/flow/nodes/ask_phone/settings/patience_ms", 12000},
             {u"/flow/nodes/more/settings/prompt/en", u"Anything else?"_s},
             {u"/flow/nodes/unknown_order/settings/attempts", 2},
             {u"/description", u"Takes returns, answers from the handbook, and hands over to the order team."_s}},
            {{u"/flow/nodes/greeting/settings/text/en", u"Hello, you have reached the automatic assistant of the returns desk at Northgate."_s},
             {u"/flow/nodes/desk/settings/text/en", u"One moment, I am putting you through to the order team, they see your order code."_s},
             {u"/flow/nodes/hours/settings/text/en",
              u"We are open from eight to nine on weekdays and from nine to five on Saturdays. On Sundays we are closed."_s},
             {u"/flow/nodes/noted/name", u"Delivery moved"_s},
             {u"/flow/nodes/confirm_code/settings/attempts", 2},
             {u"/description", u"Takes returns, answers from the handbook, and hands over to the order team."_s}}};
}

Split russianSplit()
{
    return {u"Вторая линия"_s, u"Алина Волкова"_s, u"Длинное приветствие перебивают."_s, u"Людям важно знать, с кем они говорят."_s,
            {{u"/flow/nodes/greeting/settings/text/ru", u"Добрый день, вторая линия «Связь Плюс»."_s},
             {u"/flow/nodes/desk/settings/text/ru", u"Сейчас соединяю с оператором, оставайтесь на линии."_s},
             {u"/flow/nodes/lamp/settings/patience_ms", 25000},
             {u"/flow/nodes/more/settings/prompt/ru", u"Ещё вопросы есть?"_s},
             {u"/flow/nodes/visit_day/settings/attempts", 3},
             {u"/description", u"Чинит связь вместе с абонентом и передаёт инженеру."_s}},
            {{u"/flow/nodes/greeting/settings/text/ru", u"Здравствуйте! Это автоматический помощник второй линии поддержки «Связь Плюс»."_s},
             {u"/flow/nodes/desk/settings/text/ru", u"Соединяю с оператором, оставайтесь на линии, он видит ваш договор."_s},
             {u"/flow/nodes/bill/settings/text/ru",
              u"Счёт приходит первого числа, оплатить его нужно до двадцать пятого. Картой это можно сделать в личном кабинете, без комиссии."_s},
             {u"/flow/nodes/visit_done/name", u"Визит записан"_s},
             {u"/flow/nodes/cable/settings/attempts", 2},
             {u"/description", u"Чинит связь вместе с абонентом и передаёт инженеру."_s}}};
}

Result<RevisionId> add(Store &store, DocumentId id, const QStringList &parents, const QJsonObject &content, const QString &author,
                       const QString &message, UtcMs at)
{
    const QByteArray bytes = canonicalJson(content);
    return store.replica().graft(makeRevision(id, agentKind().name, agentKind().schema, parents, author, at, message, bytes), bytes);
}

Result<void> addSteps(Store &store, const QString &agent, const QList<Step> &steps, UtcMs now)
{
    const auto rows = store.documents().list(agentKind().name);
    if (!rows) return rows.error();
    for (const DocumentRow &row : *rows) {
        if (row.name != agent) continue;
        const auto standing = readStanding(store, row.id);
        if (!standing) return standing.error();
        QJsonObject content = standing->content;
        RevisionId head = row.head();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Step &step = steps.at(i);
            const UtcMs at{now.value - step.before};
            content = edited(content, step.edits);
            const auto made = add(store, row.id, {head}, content, step.author, step.message, at);
            if (!made) return made.error();
            head = *made;
            // Everything goes to staging, and all but the last to production.
            for (const Environment environment : {Environment::Staging, Environment::Production}) {
                if (environment == Environment::Production && i + 1 == steps.size()) continue;
                const auto plan = planPublishing(store, environment, {row.id});
                if (!plan) return plan.error();
                const auto moved = publish(store, *plan, {step.author, step.message, {at.value + hour / 2}, {}});
                if (!moved) return moved.error();
            }
        }
    }
    return {};
}

Result<void> addSplit(Store &store, const QString &bundled, const Split &split, UtcMs now)
{
    const ParsedFile parsed = parseDocumentFile(agentKind(), bundledAgent(bundled), now);
    if (!parsed.file) return Error(Error::Code::NotFound, {u"template"_s, bundled});
    QJsonObject content = parsed.file->content;
    content.insert("name"_L1, split.name);
    const DocumentId id = DocumentId::make({now.value - 5 * day});
    const auto first = add(store, id, {}, content, u"owner"_s, {}, {now.value - 5 * day});
    if (!first) return first.error();
    const auto mine = add(store, id, {*first}, edited(content, figures(0.5, 6000, u"goodbye"_s, 700) + split.mine), u"owner"_s, split.myMessage, {now.value - 3 * hour});
    if (!mine) return mine.error();
    const auto theirs = add(store, id, {*first}, edited(content, figures(0.4, 10000, u"topic"_s, 900) + split.theirs), split.theirName, split.theirMessage, {now.value - 2 * hour});
    return theirs ? Result<void>() : Result<void>(theirs.error());
}

} // namespace

Result<void> addDemoPast(Store &store, UtcMs now)
{
    if (const auto added = addSteps(store, u"Order desk"_s, englishPast(), now); !added) return added;
    if (const auto added = addSteps(store, u"Первая линия"_s, russianPast(), now); !added) return added;
    if (const auto added = addSplit(store, u"order_desk"_s, englishSplit(), now); !added) return added;
    return addSplit(store, u"first_line"_s, russianSplit(), now);
}

} // namespace vox
