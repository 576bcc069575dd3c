namespace MeliBot.Dialogs.Running;

/// <summary><c>conversation.*</c> and <c>user.*</c>: what dialogs keep.</summary>
internal sealed class DialogVariables(Dictionary<string, string> conversation, Dictionary<string, string>? user)
{
    public Dictionary<string, string> Conversation { get; } = conversation;

    /// <summary>Null where the playbook reads none.</summary>
    public Dictionary<string, string>? User { get; } = user;

    /// <param name="variable"><c>conversation.size</c></param>
    /// <param name="value">Empty forgets it.</param>
    public void Set(string variable, string value)
    {
        var (target, name) = variable.StartsWith("user.", StringComparison.Ordinal) ? (User ?? [], variable[5..]) : (Conversation, variable.StartsWith("conversation.", StringComparison.Ordinal) ? variable[13..] : variable);
        if (value.Length == 0) target.Remove(name);
        else target[name] = value;
    }
}
