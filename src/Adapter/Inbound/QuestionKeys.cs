using System.Globalization;

namespace MeliBot.Adapter.Inbound;

/// <summary>How questions, their answers and their conversations are named and ordered. Everything begins with the account.</summary>
public static class QuestionKeys
{
    private const string QuestionPart = "question";
    private const string AnswerPart = "answer";

    /// <summary>Id of the activity that a question is.</summary>
    public static string Activity(long account, long question) => Join(account, QuestionPart, question);

    /// <summary>Id of the activity that its answer is, and key of the slot that can be filled once.</summary>
    public static string Answer(long account, long question) => Join(account, AnswerPart, question);

    /// <summary>One conversation per account, item and buyer. A question without a known asker is a conversation of its own.</summary>
    public static string Conversation(long account, string item, long? buyer, long question) =>
        buyer is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{MercadoLibreChannel.Questions}:{account}:{item}:{known}")
            : string.Create(CultureInfo.InvariantCulture, $"{MercadoLibreChannel.Questions}:{account}:{item}:question-{question}");

    /// <summary>The buyer as a user of the bot: ids are scoped by account, so that state never leaks from one seller to another.</summary>
    public static string User(long account, long? buyer) =>
        string.Create(CultureInfo.InvariantCulture, $"{account}:{(buyer is { } known ? known : "unknown")}");

    public static string Bot(long account) => account.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sorts by date, then id, then question before answer before events.</summary>
    public static string QuestionOrder(DateTimeOffset created, long question) => Order(created, question, 0);

    public static string AnswerOrder(DateTimeOffset created, long question) => Order(created, question, 1);

    public static string EventOrder(DateTimeOffset at, long question) => Order(at, question, 2);

    /// <summary>The question that an activity id of a question, or a slot key of an answer, names.</summary>
    public static bool TryParseQuestion(string? id, out long account, out long question)
    {
        account = question = 0;
        var parts = id?.Split(':');
        return parts is [var first, QuestionPart or AnswerPart, var last]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out account)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out question);
    }

    /// <summary>0 when the id names no question.</summary>
    public static long QuestionOf(string? id) => TryParseQuestion(id, out _, out var question) ? question : 0;

    public static bool IsQuestion(string? id) => id is not null && id.Contains(":" + QuestionPart + ":", StringComparison.Ordinal);

    /// <summary>The account and kind that a conversation id names.</summary>
    public static bool TryParseConversation(string? id, out long account, out string kind)
    {
        account = 0;
        kind = "";
        var parts = id?.Split(':', 3);
        if (parts is not [var first, var second, { Length: > 0 }] || !long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out account))
            return false;
        kind = first;
        return true;
    }

    private static string Join(long account, string part, long id) => string.Create(CultureInfo.InvariantCulture, $"{account}:{part}:{id}");

    private static string Order(DateTimeOffset at, long id, int rank) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}/{id:D20}/{rank}");
}
