using MeliBot.Adapter.Policy;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Index;

/// <summary>Sums a conversation up for lists.</summary>
internal static class EntryMaker
{
    private const int LongestExcerpt = 160;

    public static IndexedEntry Make(ConversationDetail detail)
    {
        var view = ConversationReader.Read(detail);
        var (state, cause, reason) = Judge(view);
        var open = view.Questions.Where(question => !question.IsSettled).ToList();
        var shown = open is [var oldest, ..] ? oldest : view.Questions is [.., var newest] ? newest : null;
        var entry = new InboxEntry(
            view.Conversation.Id,
            view.Conversation.Account,
            view.Conversation.Kind,
            view.Item,
            view.Buyer,
            state,
            cause,
            reason,
            view.Owner.Agent,
            view.Questions.Count,
            open.Count,
            open.Count == 0 ? null : open.Min(question => question.At),
            detail.Snapshot.Activities.Select(activity => activity.At).DefaultIfEmpty().Max(),
            Excerpt(shown?.Text ?? ""))
        {
            Owner = view.Owner.Kind,
        };
        return new IndexedEntry(entry, Words(view));
    }

    private static (InboxState State, InboxCause Cause, Reason? Reason) Judge(ConversationView view)
    {
        var needy = view.Questions.FirstOrDefault(question => question.State is QuestionState.Proposed or QuestionState.Refused or QuestionState.Parked);
        if (needy is not null)
        {
            var cause = needy.State switch { QuestionState.Proposed => InboxCause.Draft, QuestionState.Refused => InboxCause.Refused, _ => InboxCause.Parked };
            return (InboxState.Person, cause, needy.Reason);
        }

        var open = view.Questions.FirstOrDefault(question => question.State == QuestionState.Open && !NeedsNoAnswer(question)) ?? view.Questions.FirstOrDefault(question => question.State == QuestionState.Open);
        if (open is not null && view.Owner.Kind != OwnerKind.Bot)
            return (InboxState.Person, view.Owner.Kind == OwnerKind.Agent ? InboxCause.Taken : InboxCause.Held, open.Reason);
        if (open is not null && open.Turns.Count > 0) return (InboxState.Person, NeedsNoAnswer(open) ? InboxCause.Thanks : InboxCause.Held, open.Reason);
        if (open is not null || view.Questions.Any(question => question.State is QuestionState.OnItsWay or QuestionState.Waiting)) return (InboxState.Moving, InboxCause.None, null);
        return (InboxState.Done, InboxCause.None, null);
    }

    private static bool NeedsNoAnswer(QuestionView question) => question.Reason?.Code == PolicyReasons.NoAnswerNeeded.Name;

    private static string Words(ConversationView view) => string.Join(
        ' ',
        view.Questions.SelectMany(question => (string?[])[question.Text, question.Answer?.Text, question.Draft?.Text, question.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)])
            .Prepend(view.Item)
            .Prepend(view.Buyer?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Where(word => !string.IsNullOrEmpty(word)));

    public static string Excerpt(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length <= LongestExcerpt) return line;
        var end = char.IsHighSurrogate(line[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt;
        return line[..end].TrimEnd() + "…";
    }
}
