using System.Text.Json;

namespace MeliBot.Simulator;

/// <summary>The platform's back door: what tests, hosts and people may do to it.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app, World world, Scenarios scenarios)
    {
        var control = app.MapGroup("/_control").AddEndpointFilter(ExplainAsync);
        control.MapPeople(world);
        control.MapListings(world);
        control.MapQuestionsControl(world);
        control.MapSalesControl(world);
        control.MapMessagesControl(world);
        control.MapClaimsControl(world);
        control.MapWatching(world);
        control.MapScenarios(scenarios);
    }

    public static IResult Json(object? value, int status = 200) => Results.Json(value, ControlJson.Options, statusCode: status);

    public static IResult Problem(int status, string error, string message) => Json(new { error, message }, status);

    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ScenarioException e)
        {
            return Problem(400, "bad_scenario", e.Message);
        }
        catch (InvalidOperationException e)
        {
            return Problem(400, "refused", e.Message);
        }
        catch (JsonException e)
        {
            return Problem(400, "bad_body", e.Message);
        }
    }

    /// <summary>The body, read here so that a bad one is explained.</summary>
    public static async Task<T> BodyAsync<T>(this HttpContext http)
        where T : class
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding"))
        {
            return JsonSerializer.Deserialize<T>("{}", ControlJson.Options)!;
        }

        return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, ControlJson.Options, http.RequestAborted)
            ?? throw new JsonException("The body is null; a JSON object is needed.");
    }
}
