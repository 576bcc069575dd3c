using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

/// <summary>A seller's application at the platform's claims.</summary>
internal static class ClaimPlay
{
    private const string Claims = "/post-purchase/v1/claims";

    public static WorldClaim Complain(this Playground play, string reason = "PDD9549", string? text = null, string type = ClaimTypes.Mediations) =>
        play.World.Claims.Open(new() { OrderId = play.Buy().Id, ReasonId = reason, Text = text, Type = type });

    public static WorldClaim Claim(this Playground play, long id) => play.World.Claims.Find(id)!;

    public static async Task<JsonNode> ClaimAsync(this Playground play, long id, string part = "")
    {
        var (status, body) = await play.GetAsync($"{Claims}/{id}{part}");
        status.ShouldBe(200, body?.ToJsonString());
        return body!;
    }

    public static Task<(int Status, JsonNode? Body)> PostAsync(this Playground play, long claim, string act, JsonNode? body = null, string? token = null) =>
        play.SendAsync(HttpMethod.Post, $"{Claims}/{claim}/{act}", body, token);

    public static Task<(int Status, JsonNode? Body)> SayAsync(this Playground play, long claim, string to, string text, params string[] files) =>
        play.PostAsync(claim, "actions/send-message", new JsonObject { ["receiver_role"] = to, ["message"] = text, ["attachments"] = new JsonArray([.. files.Select(f => (JsonNode?)f)]) });

    public static async Task<string[]> ActionsAsync(this Playground play, long id) => [.. Seller(await play.ClaimAsync(id))["available_actions"]!.AsArray().Select(a => a.Text("action")!)];

    public static JsonNode Seller(JsonNode claim) => claim["players"]!.AsArray().First(player => player.Text("type") == "seller")!;

    public static async Task<JsonNode> ControlAsync(this Playground play, string path, JsonNode? body = null)
    {
        var (status, reply) = await play.SendAsync(HttpMethod.Post, "/_control/" + path, body ?? new JsonObject());
        status.ShouldBeOneOf([200, 201], reply?.ToJsonString());
        return reply!;
    }
}
