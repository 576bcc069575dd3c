using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class UserJson
{
    public static JsonObject Public(WorldUser user) => new()
    {
        ["id"] = user.Id,
        ["nickname"] = user.Nickname,
        ["country_id"] = Sites.Country(user.SiteId),
        ["address"] = new JsonObject { ["city"] = null, ["state"] = null },
        ["user_type"] = "normal",
        ["site_id"] = user.SiteId,
        ["permalink"] = $"http://perfil.{Sites.Domain(user.SiteId)}/{user.Nickname}",
        ["seller_reputation"] = Reputation(user),
        ["status"] = new JsonObject { ["site_status"] = "active" },
    };

    public static JsonObject Private(WorldUser user) => new()
    {
        ["id"] = user.Id,
        ["nickname"] = user.Nickname,
        ["registration_date"] = Dates.Three(user.Registered),
        ["first_name"] = "Test",
        ["last_name"] = "Test",
        ["country_id"] = Sites.Country(user.SiteId),
        ["email"] = user.Email ?? $"test_user_{user.Id}@testuser.com",
        ["identification"] = new JsonObject { ["type"] = null, ["number"] = null },
        ["address"] = new JsonObject { ["state"] = null, ["city"] = null, ["address"] = null, ["zip_code"] = null },
        ["user_type"] = "normal",
        ["tags"] = new JsonArray([.. user.Tags.Select(t => JsonValue.Create(t))]),
        ["logo"] = null,
        ["points"] = 0,
        ["site_id"] = user.SiteId,
        ["permalink"] = $"http://perfil.{Sites.Domain(user.SiteId)}/{user.Nickname}",
        ["seller_experience"] = "ADVANCED",
        ["seller_reputation"] = Reputation(user),
        ["status"] = new JsonObject
        {
            ["site_status"] = "active",
            ["list"] = Allowed(),
            ["buy"] = Allowed(),
            ["sell"] = Allowed(),
            ["billing"] = new JsonObject { ["allow"] = true, ["codes"] = new JsonArray() },
            ["mercadoenvios"] = "accepted",
            ["required_action"] = "",
        },
    };

    private static JsonObject Allowed() => new() { ["allow"] = true, ["codes"] = new JsonArray() };

    private static JsonObject Reputation(WorldUser user) => new()
    {
        ["level_id"] = user.Seller ? "5_green" : null,
        ["power_seller_status"] = user.Seller ? "platinum" : null,
        ["transactions"] = new JsonObject { ["period"] = "historic", ["total"] = 0, ["completed"] = 0, ["canceled"] = 0 },
    };
}
