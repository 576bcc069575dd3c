using System.Text.Json;
using MeliBot.Delivery.Conversations;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Inbound;

/// <summary>A question, its answer and what became of it, as activities. The same resource always gives the same activity, to the byte.</summary>
public sealed class QuestionActivities(string serviceUrl)
{
    /// <param name="question">Must name its item and date.</param>
    /// <param name="account">The seller's user id.</param>
    /// <param name="nickname">Of the seller, when known.</param>
    public Activity Question(Question question, long account, string? nickname)
    {
        var data = Data(question, account) with { Status = question.Status.Value };
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = QuestionKeys.Activity(account, question.Id),
            Timestamp = question.DateCreated?.ToUniversalTime(),
            ServiceUrl = serviceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = Buyer(question, account),
            Recipient = Bot(account, nickname),
            Conversation = Conversation(question, account),
            Locale = Sites.Locale(data.SiteId),
            Text = question.Text,
            TextFormat = TextFormatTypes.Plain,
            ChannelData = data.ToJson(),
        };
    }

    /// <param name="by"><c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
    /// <param name="said">Our own text, which stays readable here when moderation empties the platform's.</param>
    public Activity Answer(Question question, long account, string? nickname, string by, string? said)
    {
        var answer = question.Answer ?? throw new ArgumentException("The question has no answer.", nameof(question));
        var data = Data(question, account) with { Kind = QuestionChannelData.AnswerKind, Status = answer.Status.Value, By = by, Resource = Json(answer) };
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = QuestionKeys.Answer(account, question.Id),
            Timestamp = answer.DateCreated?.ToUniversalTime(),
            ServiceUrl = serviceUrl,
            ChannelId = MercadoLibreChannel.Id,
            From = Bot(account, nickname),
            Recipient = Buyer(question, account),
            Conversation = Conversation(question, account),
            Locale = Sites.Locale(data.SiteId),
            ReplyToId = QuestionKeys.Activity(account, question.Id),
            Text = answer.Text.Length > 0 ? answer.Text : said ?? "",
            TextFormat = TextFormatTypes.Plain,
            ChannelData = data.ToJson(),
        };
    }

    public static ConversationRef Reference(Question question, long account) =>
        new(QuestionKeys.Conversation(account, question.ItemId!, question.AskerId, question.Id), account, MercadoLibreChannel.Questions);

    private static ConversationAccount Conversation(Question question, long account) => new()
    {
        Id = QuestionKeys.Conversation(account, question.ItemId!, question.AskerId, question.Id),
        ConversationType = MercadoLibreChannel.Questions,
        IsGroup = false,
    };

    private static ChannelAccount Bot(long account, string? nickname) => new() { Id = QuestionKeys.Bot(account), Name = nickname, Role = RoleTypes.Bot };

    private static ChannelAccount Buyer(Question question, long account) => new()
    {
        Id = QuestionKeys.User(account, question.AskerId),
        Name = question.From?.FirstName,
        Role = RoleTypes.User,
    };

    private static QuestionChannelData Data(Question question, long account) => new()
    {
        Account = account,
        SiteId = question.SiteId ?? Sites.OfItem(question.ItemId),
        ItemId = question.ItemId!,
        QuestionId = question.Id,
        BuyerId = question.AskerId,
        Resource = Json(question),
    };

    private static JObject Json<T>(T resource)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(JsonSerializer.Serialize(resource, MercadoLibreJson.Options)))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        return JObject.Load(reader);
    }
}
