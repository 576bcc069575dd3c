namespace MeliBot.Simulator;

internal static class ScenarioControl
{
    public static void MapScenarios(this IEndpointRouteBuilder control, Scenarios scenarios)
    {
        control.MapGet("/scenario", () => scenarios.Current is { } progress
            ? ControlEndpoints.Json(progress)
            : ControlEndpoints.Problem(404, "not_found", "No scenario is loaded."));
        control.MapPost("/scenario", async (HttpContext http, bool? start) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            scenarios.Load(await reader.ReadToEndAsync(http.RequestAborted), "the posted scenario");
            return ControlEndpoints.Json(start == true ? scenarios.Start() : scenarios.Current, 201);
        });
        control.MapPost("/scenario/start", () => ControlEndpoints.Json(scenarios.Start()));
    }
}
