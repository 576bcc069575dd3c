using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class NoticeBody
{
    public static JsonObject Write(Notice notice, int attempt, DateTimeOffset sent)
    {
        var body = new JsonObject();
        switch (notice.Form)
        {
            case NoticeForm.PlainId:
                body["id"] = notice.Id;
                break;
            case NoticeForm.Old:
                break;
            default:
                body["_id"] = notice.Id;
                break;
        }

        var strings = notice.Form is NoticeForm.Odd;
        body["resource"] = notice.Resource;
        body["user_id"] = strings || notice.Form == NoticeForm.Old ? Text(notice.UserId) : notice.UserId;
        body["topic"] = notice.Topic;
        body["application_id"] = strings ? Text(notice.ApplicationId) : notice.ApplicationId;
        body["attempts"] = attempt;
        body["sent"] = strings ? Dates.Nine(sent) : Dates.Utc(sent);
        body[strings ? "recieved" : "received"] = strings ? Dates.Nine(notice.Received) : Dates.Utc(notice.Received);
        if (notice.Actions.Count > 0) body["actions"] = new JsonArray([.. notice.Actions.Select(a => (JsonNode?)a)]);
        else if (notice.Form is NoticeForm.Odd or NoticeForm.PlainId) body["actions"] = new JsonArray();
        if (strings) body["trace_context"] = new JsonObject { ["origin"] = "core" };
        return body;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
