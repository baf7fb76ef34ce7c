#include "ui/viewmodels/edited_content.h"
#include "models/documents/json_pointer.h"
#include <QDateTime>

namespace vox {

void EditedContent::setValue(const QString &pointer, const QJsonValue &value, const EditLabel &label)
{
    edit(withValueAt(content(), pointer, value), label);
}

LooseContent::LooseContent(QJsonObject content, Access access, QObject *parent)
    : EditedContent(parent), m_history(std::move(content)), m_access(access)
{
}

void LooseContent::edit(const QJsonObject &content, const EditLabel &label)
{
    if (isReadOnly() || !m_history.edit(content, label, {QDateTime::currentMSecsSinceEpoch()})) return;
    emit contentChanged();
    emit historyChanged();
}

void LooseContent::undo()
{
    if (!m_history.canUndo()) return;
    m_history.undo();
    emit contentChanged();
    emit historyChanged();
}

void LooseContent::redo()
{
    if (!m_history.canRedo()) return;
    m_history.redo();
    emit contentChanged();
    emit historyChanged();
}

void LooseContent::setProblems(Problems problems)
{
    m_problems = std::move(problems);
    emit problemsChanged();
}

} // namespace vox
