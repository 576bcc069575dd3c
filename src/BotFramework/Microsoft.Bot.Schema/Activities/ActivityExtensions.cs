namespace Microsoft.Bot.Schema;

public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => string.Equals(mention.Mentioned?.Id, id, StringComparison.Ordinal));

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient.Id);

    /// <summary>Takes the mentions of <paramref name="id"/> out of the activity's text, and returns what is left.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => string.Equals(mention.Mentioned?.Id, id, StringComparison.Ordinal)))
        {
            var said = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            if (activity.Text is not null && said.Length > 0)
                activity.Text = activity.Text.Replace(said, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient.Id);
}
