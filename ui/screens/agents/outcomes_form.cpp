#include "ui/screens/agents/outcomes_form.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace vox {

using kit::Colour;
using kit::Meaning;
using kit::TextStyle;

namespace {

// A dot and the outcome's name: green for the way it should go, red for a failure, grey otherwise.
class OutcomeName : public QWidget {
public:
    OutcomeName(const QString &name, Port::Role role, QWidget *parent) : QWidget(parent), m_name(name), m_role(role)
    {
        setToolTip(name);
        setAccessibleName(name);
    }
    QSize sizeHint() const override
    {
        const kit::Theme &theme = kit::Theme::of(this);
        return {16 + QFontMetrics(theme.font(TextStyle::Body)).horizontalAdvance(m_name) + 2, theme.metrics().normal};
    }
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const kit::Theme &theme = kit::Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_role == Port::Role::Main      ? theme.strong(Meaning::Success)
                         : m_role == Port::Role::Failure ? theme.strong(Meaning::Error)
                                                         : theme[Colour::Line3]);
        painter.drawEllipse(QPointF(4, height() / 2.0), 3.5, 3.5);
        painter.setFont(theme.font(TextStyle::Body));
        painter.setPen(theme[Colour::Text1]);
        const QRect room = rect().adjusted(16, 0, 0, 0);
        painter.drawText(room, Qt::AlignVCenter, QFontMetrics(painter.font()).elidedText(m_name, Qt::ElideRight, room.width()));
    }

private:
    QString m_name;
    Port::Role m_role;
};

} // namespace

OutcomesForm::OutcomesForm(FlowViewModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    connect(&model, &FlowViewModel::flowChanged, this, &OutcomesForm::refresh);
    connect(&model, &FlowViewModel::problemsChanged, this, &OutcomesForm::refresh);
}

void OutcomesForm::setNode(const QString &id)
{
    m_node = id;
    rebuild();
}

void OutcomesForm::rebuild()
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.name;
        delete row.target;
        delete row.trouble;
    }
    m_rows.clear();
    delete layout();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    int line = 0;
    for (const Port &port : m_model.ports(m_node)) {
        auto *name = new OutcomeName(m_model.portLabel(port), port.role, this);
        auto *target = new QComboBox(this);
        target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        target->setMinimumContentsLength(8);
        target->setAccessibleName(tr("Outcome “%1” leads to").arg(m_model.portLabel(port)));
        auto *trouble = new kit::TextBlock(tr("This outcome leads nowhere: the caller would hear silence."), TextStyle::Small, Colour::Text1, this);
        grid->addWidget(name, line, 0);
        grid->addWidget(target, line, 1);
        grid->addWidget(trouble, line + 1, 0, 1, 2);
        line += 2;
        m_rows.append({port, name, target, trouble});
        connect(target, &QComboBox::activated, this, [this, index = m_rows.size() - 1] { choose(m_rows[index]); });
    }
    refresh();
}

void OutcomesForm::refresh()
{
    const QList<Port> ports = m_model.ports(m_node);
    bool same = ports.size() == m_rows.size();
    for (int i = 0; same && i < ports.size(); ++i)
        same = ports[i].name == m_rows[i].port.name && m_model.portLabel(ports[i]) == m_model.portLabel(m_rows[i].port);
    if (!same) return rebuild();
    for (const Row &row : std::as_const(m_rows)) {
        const QSignalBlocker quiet(row.target);
        row.target->clear();
        row.target->addItem(tr("Leads nowhere"), QString());
        for (const Node &node : m_model.flow().nodes) {
            if (node.type == QLatin1StringView("start")) continue;
            const kit::NodeLook &look = kit::nodeLook(node.type);
            row.target->addItem(kit::icon(look.icon, look.meaning), m_model.title(node), node.id);
        }
        const Edge *edge = m_model.edgeAt(m_node, row.port.name);
        row.target->setCurrentIndex(std::max(0, edge ? row.target->findData(edge->to) : 0));
        row.target->setEnabled(!m_model.isReadOnly());
        const bool missing = !edge && row.port.required;
        kit::setFault(row.target, missing);
        row.trouble->setVisible(missing);
    }
}

void OutcomesForm::choose(const Row &row)
{
    const QString to = row.target->currentData().toString();
    if (to.isEmpty())
        m_model.disconnectPort(m_node, row.port.name);
    else
        m_model.connectPort(m_node, row.port.name, to);
}

} // namespace vox
