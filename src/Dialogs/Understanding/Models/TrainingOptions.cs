namespace MeliBot.Dialogs.Understanding;

internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 12;

    public float Rate { get; init; } = 0.15f;

    public float L2 { get; init; } = 1.5e-4f;

    public int Seed { get; init; } = 20240607;
}
