#pragma once
#include "models/base/time.h"
#include <QJsonObject>
#include <QList>
#include <functional>

namespace vox {

// What a person did, for the Undo menu. `label` is NOOP text in the context "Edit".
struct EditLabel {
    const char *label = "";
    QString argument;   // what it was done to, may be empty
    QString mergeKey;   // consecutive edits with the same non-empty key within a second become one step
};

// The undo stack of one editing session: snapshots of content (Qt shares them, so a step costs what changed). A value
// without a clock; owned by whoever edits.
class EditHistory {
public:
    explicit EditHistory(QJsonObject content = {}, int limit = 500) : m_content(std::move(content)), m_limit(limit) {}

    const QJsonObject &content() const { return m_content; }
    // False when nothing changed.
    bool edit(const QJsonObject &content, const EditLabel &label, UtcMs at);
    // Forgets what typing would merge with: the next edit is a step of its own.
    void breakMerging() { m_merging = false; }

    // Something changed from outside: the content and every step become what `changed` makes of them, so that undoing takes
    // back one's own edits only. Steps older than the last `keep` are forgotten.
    void replay(const std::function<QJsonObject(const QJsonObject &)> &changed, int keep = 100);

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    // Null when there is none.
    const EditLabel *undoLabel() const { return canUndo() ? &m_undo.last().label : nullptr; }
    const EditLabel *redoLabel() const { return canRedo() ? &m_redo.last().label : nullptr; }
    void undo();
    void redo();

private:
    struct Step {
        QJsonObject content; // undo: before the edit; redo: after it
        EditLabel label;
    };
    QJsonObject m_content;
    QList<Step> m_undo;
    QList<Step> m_redo;
    int m_limit;
    UtcMs m_lastEdit;
    bool m_merging = false;
};

} // namespace vox
