export { uploadTables } from './tables.ts';
export { applyTillEnrolled } from './apply.ts';
export { uploadHandlers } from './handlers.ts';
export { createUploader } from './uploader.ts';
export { ackedHead, ackState } from './status.ts';
export { askElsewhere } from './ask-elsewhere.ts';
export { districtAnswers } from './district-count-store.ts';
