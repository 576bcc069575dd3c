namespace MeliBot.Dialogs.Understanding;

/// <summary>A stretch of text as numbered features, with what it asks.</summary>
/// <param name="Rows">Numbers of the features.</param>
/// <param name="Values">One for each row.</param>
/// <param name="Labels">Set bits are the labels that hold.</param>
/// <param name="Known">Set bits are the labels that it says anything about.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record TrainingExample(int[] Rows, float[] Values, ulong Labels, ulong Known, float Weight);
